// 4:25: Expected components such as 'xy' after '.', but found ';'.
precision mediump float;
void main() {
    float a = vec2(1.0).;
}
