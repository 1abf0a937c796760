// 3:13: 'f' must return float. Write 'return …;' with a value.
precision mediump float;
float f() { return; }
void main() {}
