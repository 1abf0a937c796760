// 4:88: The shader is too long once its loops are unrolled. Loop fewer times, or call fewer functions.
precision mediump float;
void main() {
    float a = 0.0; for (int i = 0; i < 1000; i++) { for (int j = 0; j < 1000; j++) { a += sin(a); } } gl_FragColor = vec4(a);
}
