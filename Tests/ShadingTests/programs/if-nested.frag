// if within if.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = 0.1;
    if (p.x > -0.5) {
        a += 0.2;
        if (p.y > -0.5) {
            a += 0.3;
            if (p.x > p.y) a *= 1.5;
        } else
            a *= 0.5;
    }
    gl_FragColor = vec4(a, a * 0.5, 0.2, 1.0);
}
