// 4:15: The type 'vec3' is no value. Write 'vec3(…)'.
precision mediump float;
void main() {
    float a = vec3;
}
