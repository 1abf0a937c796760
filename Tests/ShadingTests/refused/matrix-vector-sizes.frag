// 4:24: '*' does not take mat3 and vec2. Give both the same number of components.
precision mediump float;
void main() {
    vec3 a = mat3(1.0) * vec2(1.0);
}
