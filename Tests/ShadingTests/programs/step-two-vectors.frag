// step of two vectors.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 a = vec3(p, 1.2) + 0.1;
    vec3 b = vec3(1.3, p.yx) + 2.2;
    vec3 r = step(a, b);
    gl_FragColor = vec4(r * 0.1 + 0.5, 1.0);
}
