// 3:14: A uniform cannot be a matrix here. Use its columns as vectors.
precision mediump float;
uniform mat3 u_turn;
void main() {}
