// 4:25: The macro 'A' takes 2 arguments, not 1.
precision mediump float;
#define A(x, y) x
void main() { float a = A(1.0); }
