// 5:27: 'f' calls itself. Recursion is not in GLSL ES: use a loop with constant bounds.
precision mediump float;
float f(float x);
float g(float x) { return f(x); }
float f(float x) { return g(x); }
void main() {}
