// clamp of vectors.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(clamp(vec3(p, 0.5), vec3(-0.5, -1.0, 0.0), vec3(0.5, p.x, 1.0)));
    gl_FragColor = vec4(r * 0.4 + 0.5, 1.0);
}
