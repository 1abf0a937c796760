// Operators: add.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(p.x + p.y);
    gl_FragColor = vec4(r * 0.1 + 0.5, 1.0);
}
