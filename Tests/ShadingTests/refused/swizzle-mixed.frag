// 4:24: '.xg' are no components of vec3. Use letters from one of xyzw, rgba and stpq.
precision mediump float;
void main() {
    vec2 a = vec3(1.0).xg;
}
