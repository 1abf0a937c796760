// Calls within calls.
precision highp float;
varying vec2 v_uv;
float f(float x) { return 0.5 + 0.4 * sin(x); }
float g(float x) { float y = f(x * 2.0); return y * y; }

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(f(g(p.x)), g(f(p.y)), f(f(f(p.x))), 1.0);
}
