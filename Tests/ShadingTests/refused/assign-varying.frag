// 5:5: The varying 'v_uv' cannot be changed. Copy it into a variable of your own.
precision mediump float;
varying vec2 v_uv;
void main() {
    v_uv.x = 1.0;
}
