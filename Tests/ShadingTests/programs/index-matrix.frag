// Elements of matrices by loop index.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat3 m = mat3(p, 0.1, 0.2, p.yx, 0.3, 0.4, 0.5);
    vec3 s = vec3(0.0);
    for (int i = 0; i < 3; i++) {
        s += m[i] * m[i][i];
    }
    gl_FragColor = vec4(s * 0.1 + 0.5, 1.0);
}
