// 4:62: The expression is nested too deep. Give a name to a part of it.
precision mediump float;
void main() {
    float a = ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1.0))))))))))))))))))))))))))))))))))))))))))))))))))))))))))));
}
