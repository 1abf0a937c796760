// 3:2: '#ifdef' needs a name. Write '#ifdef NAME'.
precision mediump float;
#ifdef
#endif
void main() {}
