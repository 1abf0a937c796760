// 4:13: 'a' is int, but its value is float. Write 'int(…)'.
precision mediump float;
void main() {
    int a = 1.0;
}
