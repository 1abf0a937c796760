// discard leaves nothing.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(0.9, 0.5, 0.2, 1.0);
    if (length(p) > 1.3) discard;
    if (p.x > 0.3 && p.y > 0.2) discard;
}
