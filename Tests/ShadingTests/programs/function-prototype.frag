// A function used before it is written.
precision highp float;
varying vec2 v_uv;
float later(float);
float sooner(float x) { return later(x * 0.5) + 0.1; }
float later(float x) { return x * 0.2 + 0.5; }

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(vec3(later(p.x)), 1.0);
}
