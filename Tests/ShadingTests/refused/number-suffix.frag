// 4:15: A number cannot end in 'f'. GLSL ES 1.00 has no suffixes: write '1.0' for a float and '1' for an int.
precision mediump float;
void main() {
    float a = 1.0f;
}
