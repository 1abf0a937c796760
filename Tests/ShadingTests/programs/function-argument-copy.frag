// Arguments are copies.
precision highp float;
varying vec2 v_uv;
float change(float x) {
    x *= 3.0;
    return x;
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = p.x;
    float b = change(a) + a;
    gl_FragColor = vec4(vec3(a, b, 0.0) * 0.1 + 0.5, 1.0);
}
