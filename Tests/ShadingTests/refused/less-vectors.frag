// 4:24: '<' does not take vec2 and vec2. Use 'lessThan'.
precision mediump float;
void main() {
    bool a = vec2(1.0) < vec2(2.0);
}
