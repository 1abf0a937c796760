// 4:15: The operator '&' is reserved in GLSL ES 1.00. For conditions write '&&'.
precision mediump float;
void main() {
    int a = 5 & 2;
}
