// 3:18: A parameter cannot be void.
precision mediump float;
float f(float x, void y) { return x; }
void main() {}
