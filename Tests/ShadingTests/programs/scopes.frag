// Names within names.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = 0.2;
    {
        float a = 0.7;
        a += p.x * 0.1;
        gl_FragColor = vec4(a, 0.0, 0.0, 1.0);
    }
    for (int a = 0; a < 2; a++) gl_FragColor.g += 0.2;
    gl_FragColor.b = a;
}
