// 4:5: There is one picture to draw into. Write 'gl_FragColor'.
precision mediump float;
void main() {
    gl_FragData[0] = vec4(1.0);
}
