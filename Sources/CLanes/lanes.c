// Chooses between the kernels that every machine runs and those for wider vectors.
#include "lanes.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF
#define RUN run_plain
#define STORE store_plain
#define WIDTH 8
#define ROUNDS 0
#define GATHERS 0
#include "kernels.h"

static int32_t limit = lanes_avx512;

lanes_level lanes_best(void) {
#if defined(__x86_64__)
    if (limit >= lanes_avx512 && __builtin_cpu_supports("avx512f")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl")) {
        return lanes_avx512;
    }
    if (limit >= lanes_avx2 && __builtin_cpu_supports("avx2")) return lanes_avx2;
#endif
    return lanes_plain;
}

void lanes_limit(lanes_level level) { limit = (int32_t)level; }

void lanes_run(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at) {
    switch (lanes_best()) {
#if defined(__x86_64__)
    case lanes_avx512: lanes_run_avx512(code, count, memory, vectors, pictures, at); break;
    case lanes_avx2: lanes_run_avx2(code, count, memory, vectors, pictures, at); break;
#endif
    default: run_plain(code, count, memory, vectors, pictures, at);
    }
}

void lanes_store(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels) {
    switch (lanes_best()) {
#if defined(__x86_64__)
    case lanes_avx512: lanes_store_avx512(memory, places, strides, target, pixels); break;
    case lanes_avx2: lanes_store_avx2(memory, places, strides, target, pixels); break;
#endif
    default: store_plain(memory, places, strides, target, pixels);
    }
}
