// A line of light along the edge that looks towards a lamp. Frame or layer.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_texel;
uniform vec3 u_color;      // default 1.0 0.86 0.62: colour of the light
uniform vec2 u_towards;    // default 0.7 -0.7: where the lamp is, in directions of the picture
uniform float u_width;     // default 5.0, 1.0…16.0: pixels
uniform float u_strength;  // default 0.8, 0.0…2.0: how bright

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    vec2 step_ = normalize(u_towards) * u_texel * u_width;
    float open = 0.0;
    for (int i = 1; i <= 4; i++) {
        open += 1.0 - texture2D(u_layer, v_uv + step_ * (float(i) * 0.25)).a;
    }
    vec3 light = u_color * (open * 0.25 * u_strength * here.a);
    // Screen, so that white stays white.
    gl_FragColor = vec4(here.rgb + light - here.rgb * light, here.a);
}
