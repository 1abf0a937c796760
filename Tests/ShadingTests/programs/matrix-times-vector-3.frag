// A matrix of 3 by a column, and a row by the matrix.
precision highp float;
varying vec2 v_uv;
mat3 turn(vec2 p) {
    return mat3(p, 0.3, 0.5, p.yx, 0.1, 0.2, 0.9);
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 a = turn(p) * vec3(p, 0.3);
    vec3 b = vec3(p, 0.3) * turn(p);
    gl_FragColor = vec4(a.x, b.y, a.z, 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
