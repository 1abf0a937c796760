// 3:10: 'B' is too much after '#ifdef A'. Remove it.
precision mediump float;
#ifdef A B
#endif
void main() {}
