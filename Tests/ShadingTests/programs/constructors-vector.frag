// Vectors from parts.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 a = vec4(p, vec2(0.3, 0.4));
    vec4 b = vec4(0.1, vec3(a));
    vec3 c = vec3(b.yz, 0.2);
    vec2 d = vec2(a);
    gl_FragColor = vec4(c.xy + d, b.w, 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
