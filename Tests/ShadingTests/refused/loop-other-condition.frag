// 4:34: A loop's condition compares its index 'i' with a constant. Write 'for (int i = 0; i < 8; i++)'.
precision mediump float;
void main() {
    int j = 0; for (int i = 0; j < 3; i++) {}
}
