// 4:12: 'main' returns void, but this is float. Write 'return;'.
precision mediump float;
void main() {
    return 1.0;
}
