// reflect, refract and faceforward of vec3.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec3 ray = normalize(vec3(p, 0.7) + 0.01);
    vec3 normal = normalize(vec3(0.4, -1.0, p.x));
    vec3 r = reflect(ray, normal);
    vec3 s = refract(ray, normal, 0.6);
    vec3 u = faceforward(normal, ray, normal);
    gl_FragColor = vec4(vec3(r.x, s.y, u.x) * 0.4 + 0.5, 1.0);
}
