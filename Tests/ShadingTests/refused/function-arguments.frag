// 5:15: There is no 'f' that takes (vec2). There is f(float).
precision mediump float;
float f(float x) { return x; }
void main() {
    float a = f(vec2(1.0));
}
