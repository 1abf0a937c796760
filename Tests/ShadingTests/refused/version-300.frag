// 2:1: Only version 100 of GLSL ES is known. Write '#version 100', or leave the line out.
#version 300 es
void main() {}
