// 3:19: There is no picture 'u_noise'. The pictures are 'u_layer', and 'u_source' for what was there before the first pass.
precision mediump float;
uniform sampler2D u_noise;
void main() {}
