// reflect, refract and faceforward of vec4.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    vec4 ray = normalize(vec4(p, 0.7, -0.4) + 0.01);
    vec4 normal = normalize(vec4(0.4, -1.0, p.x, 0.2));
    vec4 r = reflect(ray, normal);
    vec4 s = refract(ray, normal, 0.6);
    vec4 u = faceforward(normal, ray, normal);
    gl_FragColor = vec4(vec3(r.x, s.y, u.x) * 0.4 + 0.5, 1.0);
}
