// 3:6: 'main' takes nothing and returns nothing. Write 'void main()'.
precision mediump float;
void main(float a) {}
