// 4:1: '#endif' stands without its '#if'. Remove it.
precision mediump float;
void main() {}
#endif
