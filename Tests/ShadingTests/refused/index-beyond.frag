// 4:25: This index leaves vec3. Its elements are 0 to 2.
precision mediump float;
void main() {
    float a = vec3(1.0)[3];
}
