// 4:13: The character 'ö' has no meaning in GLSL. Only comments may hold other than ASCII letters, digits and operators.
precision mediump float;
void main() {
    float größe = 1.0;
}
