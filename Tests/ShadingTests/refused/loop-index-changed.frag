// 4:35: 'i' cannot be changed here. Copy it into a variable of your own.
precision mediump float;
void main() {
    for (int i = 0; i < 3; i++) { i = 2; }
}
