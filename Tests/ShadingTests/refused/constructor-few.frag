// 4:14: 'vec3' needs 3 values, but there are 2. Add the missing ones.
precision mediump float;
void main() {
    vec3 a = vec3(1.0, 2.0);
}
