// Whole numbers compared.
precision highp float;
varying vec2 v_uv;

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    int a = int(p.x * 4.0);
    int b = int(p.y * 4.0);
    gl_FragColor = vec4(a < b ? 1.0 : 0.0, a == b ? 1.0 : 0.0, a >= b ? 0.5 : 0.2, 1.0);
}
