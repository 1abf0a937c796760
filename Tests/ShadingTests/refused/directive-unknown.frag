// 3:1: There is no directive '#include'. There are #define, #undef, #if, #ifdef, #ifndef, #elif, #else, #endif, #error, #pragma and #version.
precision mediump float;
#include noise
void main() {}
