// 4:19: The character '@' has no meaning in GLSL. Only comments may hold other than ASCII letters, digits and operators.
precision mediump float;
void main() {
    float a = 1.0 @ 2.0;
}
