// 5:19: A sampler2D is no number. Read it with 'texture2D'.
precision mediump float;
uniform sampler2D u_layer;
void main() {
    vec4 a = vec4(u_layer);
}
