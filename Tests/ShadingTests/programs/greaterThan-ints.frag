// greaterThan of int vectors.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    ivec3 a = ivec3(p * 3.0, 1);
    bvec3 b = greaterThan(a, a.yzx);
    gl_FragColor = vec4(vec3(b), 1.0);
}
