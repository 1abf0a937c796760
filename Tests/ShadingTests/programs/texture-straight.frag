// Every pixel reads itself.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = texture2D(u_layer, v_uv);
}
