// 3:7: 'sin' is a built-in function. Choose another name.
precision mediump float;
float sin(float x) { return x; }
void main() {}
