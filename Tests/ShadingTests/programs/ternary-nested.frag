// ? within ?.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float a = p.x > 0.1 ? p.y > 0.1 ? 0.9 : 0.6 : p.y > 0.3 ? 0.4 : 0.1;
    gl_FragColor = vec4(a, a * a, 1.0 - a, 1.0);
}
