// 3:1: Extensions are not in this language. Remove the line: the functions of GLSL ES 1.00 are all there is.
precision mediump float;
#extension GL_OES_standard_derivatives : enable
void main() {}
