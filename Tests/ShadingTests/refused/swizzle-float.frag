// 4:32: float has no components such as '.x'.
precision mediump float;
void main() {
    float b = 1.0; float a = b.x;
}
