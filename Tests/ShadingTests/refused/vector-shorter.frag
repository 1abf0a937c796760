// 4:14: 'a' is vec2, but its value is vec4. Take components: '.xy'.
precision mediump float;
void main() {
    vec2 a = vec4(1.0);
}
