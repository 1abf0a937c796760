// 4:13: The operator '~' is reserved in GLSL ES 1.00. Multiply or divide by a power of two.
precision mediump float;
void main() {
    int a = ~5;
}
