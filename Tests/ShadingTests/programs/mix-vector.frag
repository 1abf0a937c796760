// mix of vectors by a vector.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 r = vec3(mix(vec3(p, 0.1), vec3(0.3, p.yx), vec3(v_uv, 0.5)));
    gl_FragColor = vec4(r * 0.2 + 0.5, 1.0);
}
