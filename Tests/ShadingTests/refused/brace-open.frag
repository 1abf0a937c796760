// 3:13: This '{' is never closed. Add '}'.
precision mediump float;
void main() {
    if (true) {
}
