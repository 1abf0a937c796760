// 4:15: A loop's index is an int or a float, not vec2. Write 'for (int i = 0; i < 8; i++)'.
precision mediump float;
void main() {
    for (vec2 i = vec2(0.0); i.x < 3.0; i++) {}
}
