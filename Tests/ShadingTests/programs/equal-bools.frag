// equal and notEqual of bool vectors.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    bvec2 a = lessThan(p, vec2(0.1));
    bvec2 b = bvec2(true, p.x > p.y);
    gl_FragColor = vec4(vec2(equal(a, b)), float(notEqual(a, b).y), 1.0);
}
