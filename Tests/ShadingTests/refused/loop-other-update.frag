// 4:30: A loop moves its index 'i' by a constant. Write 'i++', 'i--', 'i += …' or 'i -= …'.
precision mediump float;
void main() {
    for (int i = 0; i < 3; i *= 2) {}
}
