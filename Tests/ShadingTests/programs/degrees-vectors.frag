// degrees of vectors, component by component.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 two = degrees(p * 0.02);
    vec3 q = vec3(p, p.x * 0.5);
    vec3 three = degrees(q * 0.02);
    vec4 four = degrees(vec4(q * 0.02, 0.5).wxyz);
    gl_FragColor = vec4(vec3(two.y, three.z, four.y) * 0.3 + 0.5, 1.0);
}
