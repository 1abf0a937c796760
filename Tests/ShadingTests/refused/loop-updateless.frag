// 4:28: A loop must move its index. Write 'for (int i = 0; i < 8; i++)'.
precision mediump float;
void main() {
    for (int i = 0; i < 3; ) {}
}
