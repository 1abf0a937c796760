// 4:9: The macro 'A' is defined already. Write '#undef A' before.
precision mediump float;
#define A 1
#define A 2
void main() {}
