// 4:15: '?' needs a bool, but this is float. Compare it: '… > 0.0', or '… != 0'.
precision mediump float;
void main() {
    float a = 1.0 ? 1.0 : 2.0;
}
