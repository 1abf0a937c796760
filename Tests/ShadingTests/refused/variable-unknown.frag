// 4:15: There is no variable 'b'. Declare it before.
precision mediump float;
void main() {
    float a = b;
}
