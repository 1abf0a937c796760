// A function that returns in every branch.
precision highp float;
varying vec2 v_uv;
float pick(vec2 q) {
    if (q.x > 0.5) {
        if (q.y > 0.1) return 0.9;
        return 0.7;
    } else if (q.y > 0.5)
        return 0.4;
    return 0.1;
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(pick(p), pick(p.yx), pick(-p), 1.0);
}
