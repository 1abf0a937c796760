// 3:6: A variable cannot be void. Give it another type.
precision mediump float;
void a;
void main() {}
