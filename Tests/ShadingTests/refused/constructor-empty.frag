// 4:14: 'vec2()' says no value. Write 'vec2(0.0)', for example.
precision mediump float;
void main() {
    vec2 a = vec2();
}
