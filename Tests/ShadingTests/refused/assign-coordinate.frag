// 4:5: 'gl_FragCoord' cannot be changed. Copy it into a variable of your own.
precision mediump float;
void main() {
    gl_FragCoord.x = 1.0;
}
