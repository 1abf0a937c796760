// 4:25: vec2 has no component 'z'. It has xy.
precision mediump float;
void main() {
    float a = vec2(1.0).z;
}
