// 3:14: The only varying is 'varying vec2 v_uv'. Compute others from it and from uniforms.
precision mediump float;
varying vec3 v_normal;
void main() {}
