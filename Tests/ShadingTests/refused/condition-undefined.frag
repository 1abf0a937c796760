// 3:5: The macro 'WIDTH' is not defined. Ask 'defined(WIDTH)' first.
precision mediump float;
#if WIDTH > 3
#endif
void main() {}
