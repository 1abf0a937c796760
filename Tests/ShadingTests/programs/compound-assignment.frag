// +=, -=, *= and /=.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 a = vec3(p, 0.4);
    a += 0.5;
    a *= vec3(1.5, p.x, 2.0);
    a -= vec3(p, 0.1);
    a /= 1.7;
    gl_FragColor = vec4(a * 0.1 + 0.5, 1.0);
}
