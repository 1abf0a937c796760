// 4:19: A line cannot be continued with '\' in GLSL ES 1.00. Write it on one line.
precision mediump float;
void main() {
    float a = 1.0 \
    + 2.0;
}
