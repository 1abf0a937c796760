// 4:19: '+' does not take float and int. Nothing is converted by itself: write '1.0' or 'float(…)'.
precision mediump float;
void main() {
    float a = 1.0 + 1;
}
