// 5:15: A sampler2D cannot be a local variable. Use the uniform itself.
precision mediump float;
uniform sampler2D u_layer;
void main() {
    sampler2D a = u_layer;
}
