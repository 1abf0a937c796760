// A matrix of 3 from one number, and writing a column.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat3 m = mat3(p.x);
    m[1] = vec3(p.y);
    m[0][1] += 0.25;
    vec3 r = m * vec3(p, 0.3);
    gl_FragColor = vec4(r.x, r.y, m[2].z, 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
