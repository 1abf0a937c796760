// Loops within loops; break leaves the inner one.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.0;
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
            if (float(i * j) > p.x * 3.0 + 3.0) break;
            s += 0.04;
        }
        if (s > 0.4) break;
        s += 0.02;
    }
    gl_FragColor = vec4(s, s * s, 0.5, 1.0);
}
