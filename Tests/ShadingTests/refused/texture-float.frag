// 5:14: 'texture2D' does not take (sampler2D, float). It takes (sampler2D, vec2) or (sampler2D, vec2, float).
precision mediump float;
uniform sampler2D u_layer;
void main() {
    vec4 a = texture2D(u_layer, 1.0);
}
