// out and inout parameters.
precision highp float;
varying vec2 v_uv;
void split(in vec2 q, inout float a, out vec2 b) {
    a += q.y;
    b = q * a;
    q = vec2(0.0);
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = p.x;
    vec3 b = vec3(0.1);
    split(p, a, b.zx);
    gl_FragColor = vec4(vec3(a, b.xz) * 0.1 + 0.5, 1.0);
}
