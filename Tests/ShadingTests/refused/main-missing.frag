// 4:1: There is no 'main'. Write 'void main() { … }'.
precision mediump float;
float f() { return 1.0; }
