// texture2DProj of vec3 and vec4.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 a = texture2DProj(u_layer, vec3(v_uv * 1.5, 1.5));
    vec4 b = texture2DProj(u_layer, vec4(v_uv, 9.0, 1.3));
    gl_FragColor = mix(a, b, 0.5);
}
