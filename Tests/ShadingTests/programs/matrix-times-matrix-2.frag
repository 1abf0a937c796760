// The product of two matrices of 2.
precision highp float;
varying vec2 v_uv;
mat2 turn(vec2 p) {
    return mat2(p, p.yx);
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat2 m = turn(p) * turn(p.yx);
    gl_FragColor = vec4(m[0].x, m[1].y, m[1].x, 20.0) * 0.05 + vec4(0.5, 0.5, 0.5, 0.0);
}
