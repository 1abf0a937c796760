// Conditions: vector-equality.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = floor(p) == floor(p.yx) ? vec4(1.0, 0.8, 0.2, 1.0) : vec4(0.1, 0.2, 0.6, 1.0);
}
