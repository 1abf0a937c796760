// 4:15: 'gl_Position' is not in this language. There are gl_FragCoord and gl_FragColor.
precision mediump float;
void main() {
    float a = gl_Position.x;
}
