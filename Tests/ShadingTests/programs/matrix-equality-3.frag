// Matrices of 3 compared as wholes.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat3 m = mat3(floor(p.x));
    bool same = m == mat3(floor(p.y));
    gl_FragColor = vec4(same ? 1.0 : 0.2, m != mat3(1.0) ? 0.7 : 0.1, 0.0, 1.0);
}
