// gl_FragColor can be read.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(p * 0.1 + 0.4, 0.2, 1.0);
    gl_FragColor.b = gl_FragColor.r * gl_FragColor.g;
    gl_FragColor.rg += gl_FragColor.b;
}
