// A function that returns from within its loop.
precision highp float;
varying vec2 v_uv;
float first(float x) {
    float s = 0.1;
    for (int i = 0; i < 6; i++) {
        s += 0.05;
        if (x < float(i) * 0.5 - 1.0) return s;
        if (x > 1.5) continue;
        s += 0.03;
    }
    return 1.0;
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(vec3(first(p.x)), 1.0);
}
