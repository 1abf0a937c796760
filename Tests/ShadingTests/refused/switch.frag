// 4:5: 'switch' is not in this language. Use if and else.
precision mediump float;
void main() {
    switch (1) {}
}
