// 4:25: The arguments of the macro 'A' never end. Close them with ')'.
precision mediump float;
#define A(x) x
void main() { float a = A(1.0; }
