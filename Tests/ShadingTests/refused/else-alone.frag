// 3:1: '#else' stands without its '#if'. Remove it.
precision mediump float;
#else
void main() {}
