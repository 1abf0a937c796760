// 4:15: 'sin' does not take (int). Numbers in calls need a point: '1.0'.
precision mediump float;
void main() {
    float a = sin(1);
}
