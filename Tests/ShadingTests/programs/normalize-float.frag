// normalize of float.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float r = normalize(p.x);
    gl_FragColor = vec4(vec3(r) * 0.4 + 0.5, 1.0);
}
