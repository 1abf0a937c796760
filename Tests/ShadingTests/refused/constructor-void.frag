// 4:15: 'void' cannot be made.
precision mediump float;
void main() {
    float a = void(1.0);
}
