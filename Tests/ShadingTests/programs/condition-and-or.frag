// Conditions: and-or.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = p.x > 0.1 && p.y > 0.2 || p.x < -1.0 ? vec4(1.0, 0.8, 0.2, 1.0) : vec4(0.1, 0.2, 0.6, 1.0);
}
