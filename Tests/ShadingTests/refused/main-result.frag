// 3:7: 'main' takes nothing and returns nothing. Write 'void main()'.
precision mediump float;
float main() { return 1.0; }
