// 4:14: '!' takes a bool, not float.
precision mediump float;
void main() {
    bool a = !1.0;
}
