// step of a float and a vector.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(step(0.25, vec3(p, p.x - p.y)));
    gl_FragColor = vec4(r * 0.4 + 0.3, 1.0);
}
