// 4:5: Nothing can be assigned to this. Assign to a variable, its components or its elements.
precision mediump float;
void main() {
    1.0 = 2.0;
}
