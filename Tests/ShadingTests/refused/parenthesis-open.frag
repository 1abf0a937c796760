// 4:25: Expected ')' to close the '(' at 4:15, but found ';'.
precision mediump float;
void main() {
    float a = (1.0 + 2.0;
}
