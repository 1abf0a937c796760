// 3:7: This condition divides by zero.
precision mediump float;
#if 1 / 0
#endif
void main() {}
