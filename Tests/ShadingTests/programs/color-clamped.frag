// Colours beyond 0…1 are cut off.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(p * 2.0, -p.x, 1.5);
}
