// Only the chosen side of ? acts.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = 0.2;
    float b = p.x > 0.1 ? (a += 0.5) : (a -= 0.1);
    gl_FragColor = vec4(a, b, 0.0, 1.0);
}
