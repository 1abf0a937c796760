// 3:14: A uniform cannot be a bool here. Use a float, and compare it with 0.5.
precision mediump float;
uniform bool u_on;
void main() {}
