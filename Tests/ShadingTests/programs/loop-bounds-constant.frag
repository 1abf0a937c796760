// A loop bounded by constants made of constants.
precision highp float;
varying vec2 v_uv;
const int turns = 2;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.0;
    for (int i = 0; i < turns * 2; i++) {
        for (int j = 1 - turns; j < turns + 1; j++) s += 0.03 * (p.x + 2.1);
    }
    gl_FragColor = vec4(s * 0.3, s * 0.2, 0.2, 1.0);
}
