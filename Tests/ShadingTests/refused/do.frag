// 4:5: 'do' is not in this language. Write a for loop with constant bounds, and leave it with 'break'.
precision mediump float;
void main() {
    do {} while (true);
}
