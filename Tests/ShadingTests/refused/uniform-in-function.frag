// 4:5: 'uniform' cannot stand within a function. Move the line before the functions.
precision mediump float;
void main() {
    uniform float u_a;
}
