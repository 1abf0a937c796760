// 3:7: Names with 'gl_', 'webgl_' in front or '__' within are reserved. Choose another name.
precision mediump float;
float gl_Thing;
void main() {}
