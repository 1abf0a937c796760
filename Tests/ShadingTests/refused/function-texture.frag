// 4:14: There is no function 'texture'. Use texture2D.
precision mediump float;
void main() {
    vec4 a = texture(1.0);
}
