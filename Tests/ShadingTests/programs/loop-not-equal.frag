// A loop: int i = 0; i != 6; i += 2.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.1;
    for (int i = 0; i != 6; i += 2) s += 0.03 * float(i) * (1.0 + p.x);
    gl_FragColor = vec4(s, s * 0.5, 0.3, 1.0);
}
