// 4:25: 'a' is declared already. Choose another name.
precision mediump float;
void main() {
    float a = 1.0; vec2 a = vec2(1.0);
}
