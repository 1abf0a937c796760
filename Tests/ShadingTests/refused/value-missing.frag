// 4:21: Expected a value, but found ';'.
precision mediump float;
void main() {
    float a = 1.0 + ;
}
