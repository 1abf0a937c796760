// 4:5: 'f' differs from its prototype. Give both the same result and the same 'in', 'out' and 'inout'.
precision mediump float;
float f(float x);
int f(float x) { return 1; }
void main() {}
