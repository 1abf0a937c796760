// 3:9: The name 'A__B' is reserved. Choose one without 'GL_' and '__'.
precision mediump float;
#define A__B 1
void main() {}
