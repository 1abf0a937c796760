// 4:14: 'vec2' needs 2 values, but there are 3. Remove what is too much.
precision mediump float;
void main() {
    vec2 a = vec2(1.0, 2.0, 3.0);
}
