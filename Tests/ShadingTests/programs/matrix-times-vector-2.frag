// A matrix of 2 by a column, and a row by the matrix.
precision highp float;
varying vec2 v_uv;
mat2 turn(vec2 p) {
    return mat2(p, p.yx);
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 a = turn(p) * p;
    vec2 b = p * turn(p);
    gl_FragColor = vec4(a.x, b.y, a.y, 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
