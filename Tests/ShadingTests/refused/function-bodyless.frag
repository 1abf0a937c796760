// 3:7: The function 'f' has no body. Write it, or remove the prototype.
precision mediump float;
float f(float x);
void main() {}
