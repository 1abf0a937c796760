// smoothstep of vectors.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(smoothstep(vec3(-1.0, 0.0, -2.0), vec3(1.0, 1.5, 2.0), vec3(p, p.x)));
    gl_FragColor = vec4(r * 0.9 + 0.05, 1.0);
}
