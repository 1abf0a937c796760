// 4:24: '.xyzwx' are more than four components.
precision mediump float;
void main() {
    vec4 a = vec4(1.0).xyzwx;
}
