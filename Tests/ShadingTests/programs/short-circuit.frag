// The right side of && and || acts only where it is asked.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = 0.1;
    bool b = p.x > 0.1 && (a += 0.3) > 0.0;
    bool c = p.y > 0.1 || (a += 0.4) > 0.0;
    gl_FragColor = vec4(a, float(b), float(c), 1.0);
}
