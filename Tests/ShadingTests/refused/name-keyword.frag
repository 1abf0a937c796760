// 3:7: 'for' is a word of the language and cannot be a name. Choose another name.
precision mediump float;
float for = 1.0;
void main() {}
