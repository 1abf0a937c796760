// 5:15: 'a' is a variable, not a function.
precision mediump float;
void main() {
    float a = 1.0;
    float b = a(2.0);
}
