// 4:15: A component stands twice where something is assigned. Name each component once.
precision mediump float;
void main() {
    vec2 a; a.xx = vec2(1.0);
}
