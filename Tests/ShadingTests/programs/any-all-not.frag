// any, all and not.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    bvec3 b = lessThan(vec3(p, p.x + p.y), vec3(0.1));
    gl_FragColor = vec4(any(b) ? 1.0 : 0.0, all(b) ? 1.0 : 0.0, any(not(b)) ? 0.6 : 0.2, 1.0);
}
