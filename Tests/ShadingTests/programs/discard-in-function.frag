// discard in a function and in a loop.
precision highp float;
varying vec2 v_uv;
void cut(float x) {
    if (abs(x) < 0.2) discard;
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    for (int i = 0; i < 4; i++) cut(p.x - float(i) + 1.6);
    gl_FragColor = vec4(0.3, 0.8, 0.6, 1.0);
}
