// A fractal: a loop with a dozen turns and a break.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 z = vec2(0.0);
    float n = 0.0;
    for (int i = 0; i < 12; i++) {
        z = vec2(z.x * z.x - z.y * z.y, 2.0 * z.x * z.y) + p * 0.6 - vec2(0.4, 0.0);
        if (dot(z, z) > 4.0) break;
        n += 1.0;
    }
    gl_FragColor = vec4(vec3(n / 12.0), 1.0);
}
