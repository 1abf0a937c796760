// 4:7: 'a' is declared already. Choose another name.
precision mediump float;
float a;
float a;
void main() {}
