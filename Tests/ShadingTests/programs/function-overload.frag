// Functions of one name, told apart by their parameters.
precision highp float;
varying vec2 v_uv;
float f(float x) { return x * 2.0; }
float f(vec2 x) { return x.x + x.y; }
float f(vec3 x) { return dot(x, x); }

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(f(p.x), f(p), f(vec3(p, 0.5)), 1.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.9);
}
