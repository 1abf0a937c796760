// Compound assignment to components.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 v = vec4(0.2, 0.4, 0.6, 1.0);
    v.xz *= p;
    v.yx += 0.25;
    v.z -= 0.1;
    gl_FragColor = vec4(v.xyz * 0.3 + 0.4, 1.0);
}
