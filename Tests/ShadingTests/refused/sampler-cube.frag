// 3:9: 'samplerCube' is not in this language. Only sampler2D can be read.
precision mediump float;
uniform samplerCube u_sky;
void main() {}
