// 4:15: There is no function 'round'. Use 'floor(x + 0.5)'.
precision mediump float;
void main() {
    float a = round(1.5);
}
