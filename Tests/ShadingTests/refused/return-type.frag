// 3:20: 'f' returns float, but this is vec2. Take a component: '.x'.
precision mediump float;
float f() { return vec2(1.0); }
void main() {}
