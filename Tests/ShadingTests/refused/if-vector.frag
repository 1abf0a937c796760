// 4:9: An 'if' needs a bool, but this is bvec2.
precision mediump float;
void main() {
    if (bvec2(true)) {}
}
