// 4:5: 'while' is not in this language. Write a for loop with constant bounds, and leave it with 'break'.
precision mediump float;
void main() {
    while (true) {}
}
