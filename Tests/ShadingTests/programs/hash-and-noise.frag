// A hash without sine, as noises use it.
precision highp float;
varying vec2 v_uv;
float hash(vec2 q) {
    vec3 r = fract(vec3(q.xyx) * 0.1031);
    r += dot(r, r.yzx + 33.33);
    return fract((r.x + r.y) * r.z);
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float n = mix(hash(floor(p * 3.0)), hash(floor(p * 3.0) + 1.0), fract(p.x * 3.0));
    gl_FragColor = vec4(vec3(n), 1.0);
}
