// 5:5: Expected ';' after the declaration, but found 'float'.
precision mediump float;
void main() {
    float a = 1.0
    float b = 2.0;
}
