// 3:20: 'f' returns float, but this is int. Write '1.0', or 'float(…)'.
precision mediump float;
float f() { return 1; }
void main() {}
