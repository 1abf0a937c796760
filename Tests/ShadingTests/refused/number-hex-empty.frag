// 4:13: A hexadecimal number needs digits after '0x'. Write '0xff'.
precision mediump float;
void main() {
    int a = 0x;
}
