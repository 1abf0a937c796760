// A matrix of 2 from one number, and writing a column.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    mat2 m = mat2(p.x);
    m[1] = vec2(p.y);
    m[0][1] += 0.25;
    vec2 r = m * p;
    gl_FragColor = vec4(r.x, r.y, m[1].y, 10.0) * 0.1 + vec4(0.5, 0.5, 0.5, 0.0);
}
