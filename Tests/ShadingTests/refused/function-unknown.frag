// 4:15: There is no function 'noise'. Write it before it is called.
precision mediump float;
void main() {
    float a = noise(1.0);
}
