// Readings in branches.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 c = vec4(0.0, 0.0, 0.0, 1.0);
    if (p.x > 0.1) c = texture2D(u_layer, v_uv);
    else c.rgb = texture2D(u_layer, v_uv.yx).bgr;
    gl_FragColor = c;
}
