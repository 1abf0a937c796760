// The kernels for processors with AVX-512: the same text, the same bits, wider instructions.
#if defined(__x86_64__)
#include "lanes.h"
#include "variants.h"
#include <immintrin.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl"))), apply_to = function)
#define RUN run_wide
#define STORE store_wide
#define WIDTH 16
#define ROUNDS 1
#define GATHERS 1
#include "kernels.h"

void lanes_run_avx512(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at) {
    run_wide(code, count, memory, vectors, pictures, at);
}

void lanes_store_avx512(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels) {
    store_wide(memory, places, strides, target, pixels);
}
#pragma clang attribute pop
#endif
