// 4:20: This comment never ends. Close it with '*/'.
precision mediump float;
void main() {
    float a = 1.0; /* never ends
}
