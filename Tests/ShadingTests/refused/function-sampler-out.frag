// 3:12: A sampler2D cannot be 'out'. Remove the word.
precision mediump float;
void f(out sampler2D s) {}
void main() {}
