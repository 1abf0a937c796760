// 3:1: This '#if' is never closed. Add '#endif'.
precision mediump float;
#if 1
void main() {}
