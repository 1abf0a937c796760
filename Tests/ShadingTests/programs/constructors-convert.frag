// Numbers and bools become one another.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = float(p.x > 0.1) + float(int(p.y * 2.0));
    int b = int(-1.7) + int(true);
    bool c = bool(p.x > 0.1 ? 0.0 : 2.0);
    vec3 d = vec3(ivec3(p * 3.0, 2)) + vec3(bvec3(c, true, false));
    gl_FragColor = vec4(vec3(a, float(b), 0.0) * 0.1 + d * 0.05 + 0.5, 1.0);
}
