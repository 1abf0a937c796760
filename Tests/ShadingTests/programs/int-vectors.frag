// Vectors of whole numbers.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    ivec3 a = ivec3(p * 5.0, 3);
    ivec3 b = a * 2 - ivec3(1, 2, 3) + a.zxy / 2;
    gl_FragColor = vec4(vec3(b) * 0.03 + 0.5, 1.0);
}
