// reflect, refract and faceforward of float.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    float ray = normalize(p.x + 0.01);
    float normal = normalize(1.3);
    float r = reflect(ray, normal);
    float s = refract(ray, normal, 0.6);
    float u = faceforward(normal, ray, normal);
    gl_FragColor = vec4(vec3(r, s, u) * 0.4 + 0.5, 1.0);
}
