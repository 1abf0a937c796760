// 3:1: 'double' is not in this language. Use float.
precision mediump float;
double a;
void main() {}
