// Ways to write numbers.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = 1. + .5 + 1e-1 + 2.5E+1 + 0.0;
    int b = 0x1F + 017 + 10 + 0;
    gl_FragColor = vec4(a / 100.0, float(b) / 100.0, p.x * 0.1 + 0.5, 1.0);
}
