// A sampler as a parameter.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
vec4 read(sampler2D picture, vec2 at) {
    return texture2D(picture, at).gbra;
}

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = read(u_layer, v_uv * 0.5 + 0.25);
}
