// A loop that breaks at a different turn in each pixel.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.0;
    for (int i = 0; i < 10; i++) {
        if (float(i) > p.x * 3.0 + 5.0) break;
        s += 0.08;
    }
    gl_FragColor = vec4(s, s * s, 1.0 - s, 1.0);
}
