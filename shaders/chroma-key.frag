// A plain ground in the colour that studios cut out. Background.
precision mediump float;
uniform vec3 u_color;  // default 0.0 0.69 0.25: the colour to cut out

void main() {
    gl_FragColor = vec4(u_color, 1.0);
}
