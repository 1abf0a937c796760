// 4:15: The operator '%' is reserved in GLSL ES 1.00. Use 'mod' for floats, or 'a - b * (a / b)' for ints.
precision mediump float;
void main() {
    int a = 5 % 2;
}
