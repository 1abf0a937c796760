// A blur: readings in a loop.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 c = vec4(0.0);
    for (int i = -2; i <= 2; i++) c += texture2D(u_layer, v_uv + vec2(float(i) / 64.0, 0.0)) * 0.2;
    gl_FragColor = c;
}
