// 3:9: The name 'GL_THING' is reserved. Choose one without 'GL_' and '__'.
precision mediump float;
#define GL_THING 1
void main() {}
