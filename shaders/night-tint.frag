// Moonlight: blue shadows, dim middle tones, lamps that keep their warmth. Frame or layer.
precision mediump float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform float u_amount;  // default 0.85, 0.0…1.0: how late it is
uniform vec3 u_moon;     // default 0.45 0.55 0.95: colour of the light

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    float light = dot(here.rgb, vec3(0.2126, 0.7152, 0.0722));
    vec3 night = mix(vec3(light), here.rgb, 0.45) * u_moon * 0.75;
    float lamp = smoothstep(0.75 * here.a, max(here.a, 0.001), light);
    gl_FragColor = vec4(mix(here.rgb, mix(night, here.rgb, lamp * 0.6), u_amount), here.a);
}
