// smoothstep of a vector between floats.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(smoothstep(-1.0, 1.0, vec3(p, p.x * 0.5)));
    gl_FragColor = vec4(r * 0.9 + 0.05, 1.0);
}
