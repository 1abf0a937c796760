// 2:1: 'precision' needs 'lowp', 'mediump' or 'highp'. Write 'precision mediump float;'.
precision highest float;
void main() {}
