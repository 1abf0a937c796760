// tan of vectors, component by component.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 two = tan(p * 0.7);
    vec3 q = vec3(p, p.x * 0.5);
    vec3 three = tan(q * 0.7);
    vec4 four = tan(vec4(q * 0.7, 0.5).wxyz);
    gl_FragColor = vec4(vec3(two.y, three.z, four.y) * 0.1 + 0.5, 1.0);
}
