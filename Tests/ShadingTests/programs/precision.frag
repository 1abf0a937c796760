// Precision may be said anywhere.
precision highp float;
varying vec2 v_uv;
highp float f(highp float x) { return x; }

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    precision highp int;
    highp float a = p.x;
    highp vec2 b = p;
    gl_FragColor = vec4(a * 0.1 + 0.5, b * 0.1 + 0.5, 1.0);
}
