// #define of values, used within one another.
precision highp float;
varying vec2 v_uv;
#define BASE 0.5
#define AMOUNT (BASE * 0.3)

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(vec3(AMOUNT * p.x + BASE), 1.0);
}
