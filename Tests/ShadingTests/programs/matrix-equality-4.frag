// Matrices of 4 compared as wholes.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat4 m = mat4(floor(p.x));
    bool same = m == mat4(floor(p.y));
    gl_FragColor = vec4(same ? 1.0 : 0.2, m != mat4(1.0) ? 0.7 : 0.1, 0.0, 1.0);
}
