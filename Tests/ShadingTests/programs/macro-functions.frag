// #define with parameters.
precision highp float;
varying vec2 v_uv;
#define SQUARE(x) ((x) * (x))
#define MIXED(a, b) SQUARE(a + b)

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(SQUARE(p.x * 0.4), MIXED(0.2, p.y * 0.4 + 0.4), 0.0, 1.0);
}
