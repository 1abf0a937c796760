// 3:1: 'invariant' means nothing in a fragment shader here. Remove the word.
precision mediump float;
invariant gl_FragColor;
void main() {}
