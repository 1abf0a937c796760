// 4:14: 'a' is vec4, but its value is vec3. Write 'vec4(…, 0.0)'.
precision mediump float;
void main() {
    vec4 a = vec3(1.0);
}
