// 3:14: 'u_time' is float, not vec2. Write 'uniform float u_time;'.
precision mediump float;
uniform vec2 u_time;
void main() {}
