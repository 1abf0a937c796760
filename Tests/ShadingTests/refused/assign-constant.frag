// 4:26: 'a' is constant. Copy it into a variable of your own.
precision mediump float;
void main() {
    const float a = 1.0; a = 2.0;
}
