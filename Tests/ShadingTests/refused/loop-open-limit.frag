// 5:25: A loop's limit must be a constant int. Loop to the largest limit, and leave with 'if (…) break;'.
precision mediump float;
varying vec2 v_uv;
void main() {
    for (int i = 0; i < int(v_uv.x); i++) {}
}
