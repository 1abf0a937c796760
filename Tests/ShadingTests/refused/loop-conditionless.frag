// 4:21: A loop needs its condition. Write 'for (int i = 0; i < 8; i++)'.
precision mediump float;
void main() {
    for (int i = 0; ; i++) {}
}
