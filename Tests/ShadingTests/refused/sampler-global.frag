// 3:11: A sampler2D must be a uniform. Write 'uniform sampler2D u_layer;'.
precision mediump float;
sampler2D picture;
void main() {}
