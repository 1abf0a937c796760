// 3:5: The precision of 'float' is not said. Begin the file with 'precision mediump float;'.
void main() {
    float a = 1.0;
}
