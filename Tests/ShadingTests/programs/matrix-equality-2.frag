// Matrices of 2 compared as wholes.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat2 m = mat2(floor(p.x));
    bool same = m == mat2(floor(p.y));
    gl_FragColor = vec4(same ? 1.0 : 0.2, m != mat2(1.0) ? 0.7 : 0.1, 0.0, 1.0);
}
