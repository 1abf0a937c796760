// 4:5: 'continue' stands outside of a loop. Remove it, or use 'return'.
precision mediump float;
void main() {
    continue;
}
