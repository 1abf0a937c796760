// 4:16: A global's first value must be constant. Set it at the beginning of main.
precision mediump float;
varying vec2 v_uv;
float a = v_uv.x;
void main() {}
