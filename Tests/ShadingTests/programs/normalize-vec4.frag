// normalize of vec4.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 r = normalize(vec4(p, 0.7, -0.4));
    gl_FragColor = vec4(vec3(r.x, r.y, r.w) * 0.4 + 0.5, 1.0);
}
