// 5:7: Nothing can be assigned to this. Assign to a variable, its components or its elements.
precision mediump float;
void f(out float x) { x = 1.0; }
void main() {
    f(1.0);
}
