// 3:13: The constant 'a' has no value. Write '= …' after the name.
precision mediump float;
const float a;
void main() {}
