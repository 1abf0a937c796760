// return from main.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(0.2, 0.3, 0.9, 1.0);
    if (p.x > 0.1) return;
    gl_FragColor.r = 0.8;
    if (p.y > 0.1) {
        gl_FragColor.g = 0.9;
        return;
    }
    gl_FragColor.b = 0.1;
}
