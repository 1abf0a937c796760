// 4:15: vec3 cannot become float. Write 'vec3(…)'.
precision mediump float;
void main() {
    vec3 a; a = 1.0;
}
