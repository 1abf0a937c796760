// 4:9: An 'if' needs a bool, but this is float. Compare it: '… > 0.0', or '… != 0'.
precision mediump float;
void main() {
    if (1.0) {}
}
