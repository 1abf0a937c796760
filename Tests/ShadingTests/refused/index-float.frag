// 4:25: An index must be an int, but this is float. Write it without the point.
precision mediump float;
void main() {
    float a = vec3(1.0)[1.0];
}
