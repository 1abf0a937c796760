// 5:5: The uniform 'u_time' cannot be changed. Copy it into a variable of your own.
precision mediump float;
uniform float u_time;
void main() {
    u_time = 1.0;
}
