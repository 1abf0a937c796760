// A glowing outline around what is drawn. Layer, or frame over a transparent ground.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_texel;
uniform float u_speech;
uniform vec3 u_color;      // default 0.45 0.8 1.0: colour of the glow
uniform float u_radius;    // default 9.0, 1.0…32.0: pixels
uniform float u_strength;  // default 0.9, 0.0…2.0: how dense

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    float around = 0.0;
    for (int i = 0; i < 12; i++) {
        float angle = float(i) * 0.5235988;
        vec2 towards = vec2(cos(angle), sin(angle)) * u_texel * u_radius;
        around += texture2D(u_layer, v_uv + towards).a;
        around += texture2D(u_layer, v_uv + towards * 0.5).a;
    }
    float glow = clamp(around / 24.0 * 1.6, 0.0, 1.0) * u_strength * (0.8 + 0.4 * u_speech);
    vec4 halo = vec4(u_color, 1.0) * clamp(glow, 0.0, 1.0);
    gl_FragColor = here + halo * (1.0 - here.a);
}
