// 4:15: 'dot' does not take (vec2, vec3). It takes (float or vec2…4, float or vec2…4).
precision mediump float;
void main() {
    float a = dot(vec2(1.0), vec3(1.0));
}
