// A reading at a place that was read.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 a = texture2D(u_layer, v_uv);
    gl_FragColor = texture2D(u_layer, a.rg);
}
