// normalize of vec2.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 r = normalize(p);
    gl_FragColor = vec4(vec3(r.x, r.y, r.y) * 0.4 + 0.5, 1.0);
}
