// #if, #elif, #else, #ifdef, #ifndef, #undef.
precision highp float;
varying vec2 v_uv;
#define A
#define B 2
#define C
#undef C
#if 1 + 2 * 3 == 7 && !0 && (5 >> 1) == 2
#else
#error arithmetic
#endif

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
#if defined(A) && B > 1
    float a = 0.8;
#elif B == 1
    float a = 0.6;
#else
    float a = 0.1;
#endif
#ifdef C
    a = 0.0;
#endif
#ifndef GL_ES
    a = 0.0;
#endif
    gl_FragColor = vec4(a, p.x * 0.1 + 0.5, 0.2, 1.0);
}
