// The comma operator.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = p.x;
    float b = (a += 0.5, a * 2.0);
    gl_FragColor = vec4(vec3(a, b, 0.1) * 0.1 + 0.5, 1.0);
}
