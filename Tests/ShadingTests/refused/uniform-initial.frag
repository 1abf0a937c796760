// 3:15: A uniform or varying has no first value in the text. Say the default in a comment after it: '// default 0.5'.
precision mediump float;
uniform float u_amount = 0.5;
void main() {}
