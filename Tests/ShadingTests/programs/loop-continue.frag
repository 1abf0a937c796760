// A loop that skips turns.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.0;
    for (int i = 0; i < 10; i++) {
        if (mod(float(i), 2.0) < 0.5) continue;
        if (p.y > 0.3 && i > 4) continue;
        s += 0.1;
    }
    gl_FragColor = vec4(s, s * 0.5, 0.2, 1.0);
}
