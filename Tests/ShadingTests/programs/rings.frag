// Rings of colour.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float d = length(p);
    vec3 c = 0.5 + 0.5 * cos(vec3(0.0, 2.1, 4.2) + d * 6.0);
    gl_FragColor = vec4(c, 1.0);
}
