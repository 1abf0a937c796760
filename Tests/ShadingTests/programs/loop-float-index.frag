// A loop with a float index and its own step.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.0;
    for (float x = 1.0; x >= -1.0; x -= 0.25) s += abs(p.x - x) * 0.05;
    gl_FragColor = vec4(vec3(s), 1.0);
}
