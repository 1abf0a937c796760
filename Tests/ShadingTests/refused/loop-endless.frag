// 4:5: The loop turns more than 1024 times. Loop fewer times.
precision mediump float;
void main() {
    for (int i = 0; i >= 0; i++) {}
}
