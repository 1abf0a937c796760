// 3:7: '2' is too much in this condition. Remove it.
precision mediump float;
#if 1 2
#endif
void main() {}
