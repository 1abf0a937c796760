// 3:1: '#pragma passes' needs a number from 1 to 4. Write '#pragma passes 2'.
precision mediump float;
#pragma passes 9
void main() {}
