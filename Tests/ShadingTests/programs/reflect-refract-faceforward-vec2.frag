// reflect, refract and faceforward of vec2.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec2 ray = normalize(p + 0.01);
    vec2 normal = normalize(vec2(0.4, -1.0));
    vec2 r = reflect(ray, normal);
    vec2 s = refract(ray, normal, 0.6);
    vec2 u = faceforward(normal, ray, normal);
    gl_FragColor = vec4(vec3(r.x, s.y, u.x) * 0.4 + 0.5, 1.0);
}
