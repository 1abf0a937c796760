// clamp of a vector between floats.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(clamp(vec3(p, p.x * p.y), -0.7, 0.9));
    gl_FragColor = vec4(r * 0.4 + 0.5, 1.0);
}
