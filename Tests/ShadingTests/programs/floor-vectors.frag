// floor of vectors, component by component.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 two = floor(p * 2.0);
    vec3 q = vec3(p, p.x * 0.5);
    vec3 three = floor(q * 2.0);
    vec4 four = floor(vec4(q * 2.0, 0.5).wxyz);
    gl_FragColor = vec4(vec3(two.y, three.z, four.y) * 0.1 + 0.5, 1.0);
}
