// 4:14: '-' takes numbers, not bool.
precision mediump float;
void main() {
    bool a = -true;
}
