// 5:1: '#else' stands without its '#if'. Remove it.
precision mediump float;
#if 1
#else
#else
#endif
void main() {}
