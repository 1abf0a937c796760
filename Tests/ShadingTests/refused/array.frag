// 3:14: Arrays are not in this language. Use a vector or a matrix, or name the values one by one.
precision mediump float;
float weights[4];
void main() {}
