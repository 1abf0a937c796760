// 3:18: A constant parameter cannot be 'out'. Remove 'const'.
precision mediump float;
void f(const out float x) {}
void main() {}
