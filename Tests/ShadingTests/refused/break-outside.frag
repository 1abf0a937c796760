// 4:5: 'break' stands outside of a loop. Remove it, or use 'return'.
precision mediump float;
void main() {
    break;
}
