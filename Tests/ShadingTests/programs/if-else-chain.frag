// A chain of if and else.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 c;
    if (p.x < -1.0) {
        c = vec3(0.9, 0.1, 0.1);
    } else if (p.x < 0.1) {
        c = vec3(0.1, 0.9, 0.1);
    } else if (p.y < 0.1) {
        c = vec3(0.1, 0.1, 0.9);
    } else {
        c = vec3(0.5);
    }
    gl_FragColor = vec4(c, 1.0);
}
