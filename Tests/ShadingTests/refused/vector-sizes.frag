// 4:24: '+' does not take vec3 and vec2. Give both the same number of components.
precision mediump float;
void main() {
    vec3 a = vec3(1.0) + vec2(1.0);
}
