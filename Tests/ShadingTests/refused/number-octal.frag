// 4:13: '089' is no whole number that fits an int. Octal numbers begin with 0, and the largest is 2147483647.
precision mediump float;
void main() {
    int a = 089;
}
