// Writing components in any order.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 v = vec4(0.0, 0.2, 0.4, 1.0);
    v.zx = p * 0.2 + 0.5;
    v.yx = v.xy;
    v.rgb.gr = v.bg;
    gl_FragColor = v;
}
