// 4:13: '99999999999' is no whole number that fits an int. Octal numbers begin with 0, and the largest is 2147483647.
precision mediump float;
void main() {
    int a = 99999999999;
}
