// 5:26: The value of the constant 'a' is not constant. Remove 'const'.
precision mediump float;
varying vec2 v_uv;
void main() {
    const float a = v_uv.x;
}
