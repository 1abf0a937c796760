// greaterThan of float vectors.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    bvec2 a = greaterThan(floor(p * 2.0), floor(p.yx * 2.0));
    bvec3 b = greaterThan(vec3(p, 0.1), vec3(0.2, p));
    bvec4 c = greaterThan(vec4(p, p), vec4(p.yx, 0.3, 0.4));
    gl_FragColor = vec4(float(a.x), b.y ? 0.8 : 0.3, all(c.xz) ? 1.0 : 0.0, 1.0);
}
