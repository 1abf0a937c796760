// 4:20: The two values of '?' are float and vec2. Give both the same type.
precision mediump float;
void main() {
    float a = true ? 1.0 : vec2(1.0);
}
