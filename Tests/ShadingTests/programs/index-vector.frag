// Elements of vectors by constant and by loop index.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 v = vec4(p, 0.3, 0.7);
    float s = v[0] - v[3];
    for (int i = 0; i < 4; i++) {
        s += v[i] * float(i);
        v[i] = s;
    }
    gl_FragColor = vec4(v.xyz * 0.05 + 0.5, 1.0);
}
