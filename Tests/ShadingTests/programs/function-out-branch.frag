// out parameters in a branch.
precision highp float;
varying vec2 v_uv;
void swap(inout vec2 v) {
    v = v.yx;
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 a = p;
    if (p.x > 0.1) swap(a);
    gl_FragColor = vec4(a * 0.2 + 0.5, 0.3, 1.0);
}
