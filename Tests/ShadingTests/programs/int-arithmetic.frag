// Whole numbers: sums, products, division towards zero.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    int a = int(p.x * 5.0);
    int b = int(p.y * 5.0) + 12;
    int c = a * 7 / b - a + -3;
    gl_FragColor = vec4(vec3(float(c), float(a / 2), float(b / 3)) * 0.05 + 0.5, 1.0);
}
