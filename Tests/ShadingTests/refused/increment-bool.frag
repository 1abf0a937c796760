// 4:21: '++' does not take bool.
precision mediump float;
void main() {
    bool a = true; a++;
}
