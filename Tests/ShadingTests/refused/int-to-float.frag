// 4:15: 'a' is float, but its value is int. Write '1.0', or 'float(…)'.
precision mediump float;
void main() {
    float a = 1;
}
