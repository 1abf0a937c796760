// 4:15: There is no variable 'u_time'. Declare it: 'uniform float u_time;'.
precision mediump float;
void main() {
    float a = u_time;
}
