// A matrix of 4 from one number, and writing a column.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat4 m = mat4(p.x);
    m[1] = vec4(p.y);
    m[0][1] += 0.25;
    vec4 r = m * vec4(p, 0.3, -0.2);
    gl_FragColor = vec4(r.x, r.y, m[3].w, 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
