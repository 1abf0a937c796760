// 3:11: The parameters of a macro are names with commas between. Write '#define A(a, b) …'.
precision mediump float;
#define A(1) 1
void main() {}
