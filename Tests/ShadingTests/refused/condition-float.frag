// 3:5: '1.5' cannot stand in a condition. Use whole numbers, macros, 'defined' and operators.
precision mediump float;
#if 1.5
#endif
void main() {}
