// ++ and -- before and behind.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = p.x;
    float b = a++ + ++a;
    float c = a-- - --a;
    int i = int(p.y * 3.0);
    int j = i++ * 2 - --i;
    vec2 v = p;
    v++;
    --v.x;
    gl_FragColor = vec4(vec3(b, c + v.x, float(j) + v.y) * 0.05 + 0.5, 1.0);
}
