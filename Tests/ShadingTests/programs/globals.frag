// Global variables changed by functions.
precision highp float;
varying vec2 v_uv;
float sum = 0.5;
void add(float x) { sum += x; }

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    add(p.x);
    if (p.y > 0.1) add(1.0);
    gl_FragColor = vec4(vec3(sum * 0.1 + 0.4), 1.0);
}
