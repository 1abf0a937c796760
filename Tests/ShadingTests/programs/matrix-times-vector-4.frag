// A matrix of 4 by a column, and a row by the matrix.
precision highp float;
varying vec2 v_uv;
mat4 turn(vec2 p) {
    return mat4(p, 0.3, 0.1, 0.5, p.yx, 0.1, 0.2, 0.9, 0.4, 0.0, 1.0, p, 0.7);
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 a = turn(p) * vec4(p, 0.3, -0.2);
    vec4 b = vec4(p, 0.3, -0.2) * turn(p);
    gl_FragColor = vec4(a.x, b.y, a.w, 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
