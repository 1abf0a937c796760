// 2:19: A precision can be set for float, int and sampler2D, not for 'vec2'. Write 'precision mediump float;'.
precision mediump vec2;
void main() {}
