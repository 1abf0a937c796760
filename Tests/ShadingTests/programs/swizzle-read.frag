// Components in any order, three ways to name them.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 v = vec4(p, 0.3, 0.7);
    gl_FragColor = vec4(v.wz, v.yx.x, 1.0) * vec4(v.rgb.bg, v.stpq.s, 1.0) * 0.3 + 0.4;
}
