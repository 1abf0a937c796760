// break and continue together, within branches.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.0;
    for (int i = 0; i < 12; i++) {
        if (p.x > float(i) * 0.2) {
            s += 0.02;
            if (p.y > 0.7) continue;
            s += 0.03;
        } else {
            if (p.y < -0.7) break;
            s += 0.01;
        }
        s += 0.02;
    }
    gl_FragColor = vec4(s, s * 0.7, 0.4, 1.0);
}
