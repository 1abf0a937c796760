// 4:5: 'else' stands without its 'if'. Remove it.
precision mediump float;
void main() {
    else {}
}
