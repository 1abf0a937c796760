// normalize of vec3.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = normalize(vec3(p, 0.7));
    gl_FragColor = vec4(vec3(r.x, r.y, r.z) * 0.4 + 0.5, 1.0);
}
