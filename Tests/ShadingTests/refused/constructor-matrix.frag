// 4:19: A matrix cannot be made from a matrix in GLSL ES 1.00. Write its columns: 'mat2(m[0], m[1]…)'.
precision mediump float;
void main() {
    mat2 a = mat2(mat3(1.0));
}
