// 3:27: 'f' calls itself. Recursion is not in GLSL ES: use a loop with constant bounds.
precision mediump float;
float f(float x) { return f(x - 1.0); }
void main() {}
