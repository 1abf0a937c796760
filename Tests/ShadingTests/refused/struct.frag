// 3:1: 'struct' is not in this language. Use one variable for each member.
precision mediump float;
struct Light { vec3 color; };
void main() {}
