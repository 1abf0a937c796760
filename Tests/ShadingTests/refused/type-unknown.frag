// 3:1: Expected a declaration or a function, but found 'vec5'. The types are float, int, bool, vec2…4, ivec2…4, bvec2…4, mat2…4 and sampler2D.
precision mediump float;
vec5 a;
void main() {}
