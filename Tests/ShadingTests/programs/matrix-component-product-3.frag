// matrixCompMult of matrices of 3, and sums of matrices.
precision highp float;
varying vec2 v_uv;
mat3 turn(vec2 p) {
    return mat3(p, 0.3, 0.5, p.yx, 0.1, 0.2, 0.9);
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat3 m = matrixCompMult(turn(p), turn(p.yx)) + turn(p) - 0.5 * turn(p);
    m /= 2.0;
    gl_FragColor = vec4(m[0][1], m[1].y, m[2][0], 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
