// gl_FragCoord counts from the bottom.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(gl_FragCoord.xy / 64.0, gl_FragCoord.z * gl_FragCoord.w, 1.0);
}
