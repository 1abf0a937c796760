// A loop with an int index.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float s = 0.0;
    for (int i = 0; i < 8; i++) s += sin(p.x * float(i)) / (1.0 + float(i));
    gl_FragColor = vec4(vec3(s * 0.2 + 0.5), 1.0);
}
