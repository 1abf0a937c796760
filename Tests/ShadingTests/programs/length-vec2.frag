// length of vec2.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(length(p));
    gl_FragColor = vec4(r * 0.25 + 0.1, 1.0);
}
