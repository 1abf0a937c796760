// Chooses between the kernels that every machine runs and those for AVX2.
#include "lanes.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF
#define RUN run_plain
#define STORE store_plain
#include "kernels.h"

static int32_t is_allowed = 1;

int32_t lanes_uses_avx2(void) {
#if defined(__x86_64__)
    return is_allowed && __builtin_cpu_supports("avx2");
#else
    return 0;
#endif
}

void lanes_allow_avx2(int32_t allowed) { is_allowed = allowed; }

void lanes_run(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at) {
#if defined(__x86_64__)
    if (lanes_uses_avx2()) {
        lanes_run_avx2(code, count, memory, vectors, pictures, at);
        return;
    }
#endif
    run_plain(code, count, memory, vectors, pictures, at);
}

void lanes_store(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels) {
#if defined(__x86_64__)
    if (lanes_uses_avx2()) {
        lanes_store_avx2(memory, places, strides, target, pixels);
        return;
    }
#endif
    store_plain(memory, places, strides, target, pixels);
}
