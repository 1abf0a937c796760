// 3:1: The file says: '#error not for this machine'.
precision mediump float;
#error not for this machine
void main() {}
