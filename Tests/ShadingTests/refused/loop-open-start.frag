// 5:14: A loop must begin at a constant. Write 'for (int i = 0; i < 8; i++)'.
precision mediump float;
varying vec2 v_uv;
void main() {
    for (int i = int(v_uv.x); i < 3; i++) {}
}
