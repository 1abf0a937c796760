// 4:15: 'a' is float, but its value is vec2. Take a component: '.x'.
precision mediump float;
void main() {
    float a = vec2(1.0);
}
