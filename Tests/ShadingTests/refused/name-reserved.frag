// 3:7: 'half' is reserved for later languages. Choose another name.
precision mediump float;
float half = 1.0;
void main() {}
