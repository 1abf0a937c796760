// 4:7: The function 'f' has a body already. Remove one of the two.
precision mediump float;
float f() { return 1.0; }
float f() { return 2.0; }
void main() {}
