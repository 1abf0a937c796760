// Comments anywhere.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor /* here */ = vec4(/* red */ 0.5, p.x * 0.1 + 0.5, // green
        0.2, 1.0);
}
