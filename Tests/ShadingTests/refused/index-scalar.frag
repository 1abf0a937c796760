// 4:31: float has no elements. Only vectors and matrices have.
precision mediump float;
void main() {
    float b = 1.0; float a = b[0];
}
