// 3:1: A condition is missing here. Write '#if 1' or '#if defined(NAME)'.
precision mediump float;
#if
#endif
void main() {}
