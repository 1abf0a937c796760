// 4:18: '&&' does not take float and bool. Compare first: '… > 0.0'.
precision mediump float;
void main() {
    bool a = 1.0 && true;
}
