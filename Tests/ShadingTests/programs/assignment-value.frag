// An assignment is a value.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a;
    float b = (a = p.x) * 2.0;
    float c = a += p.y;
    gl_FragColor = vec4(vec3(a, b, c) * 0.1 + 0.5, 1.0);
}
