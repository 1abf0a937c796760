// 4:18: Arrays are not in this language. Use a vector or a matrix, or name the values one by one.
precision mediump float;
void main() {
    float weights[3];
}
