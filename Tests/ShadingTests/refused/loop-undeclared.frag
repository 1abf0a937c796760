// 4:10: A loop must begin by declaring its index. Write 'for (int i = 0; i < 8; i++)'.
precision mediump float;
void main() {
    for (i = 0; i < 3; i++) {}
}
