// Two warm spots on the cheeks that come with arousal. Frame or layer.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_resolution;
uniform vec3 u_mood;
uniform vec2 u_left;       // default 0.4 0.42: the cheek on the left, in parts of the picture
uniform vec2 u_right;      // default 0.6 0.42: the cheek on the right
uniform float u_radius;    // default 0.06, 0.01…0.3: in parts of the height
uniform vec3 u_color;      // default 1.0 0.35 0.4: colour of the blood
uniform float u_strength;  // default 0.4, 0.0…1.0: at rest; arousal adds to it

float spot(vec2 center) {
    vec2 d = (v_uv - center) * vec2(u_resolution.x / u_resolution.y, 1.35);
    return 1.0 - smoothstep(0.0, u_radius, length(d));
}

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    float amount = clamp(u_strength + 0.4 * max(u_mood.y, 0.0), 0.0, 1.0);
    float cover = (spot(u_left) + spot(u_right)) * amount;
    gl_FragColor = vec4(mix(here.rgb, here.rgb * u_color, clamp(cover, 0.0, 1.0)), here.a);
}
