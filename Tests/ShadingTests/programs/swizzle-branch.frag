// Components written in branches.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 v = vec3(0.2);
    if (p.x > 0.1) {
        v.yz = vec2(0.7, 0.4);
    } else {
        v.x = 0.9;
    }
    gl_FragColor = vec4(v, 1.0);
}
