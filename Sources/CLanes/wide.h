// The kernels for wider vectors, with the includer's instructions: the same text, the same bits.
//
// Before it is included: a `target` pushed, WIDTH (floats in a register) and NAMED(x), which ends names.
#include "lanes.h"
#include "variants.h"
#include <immintrin.h>

#pragma STDC FP_CONTRACT OFF
#define RUN run_wide
#define STORE store_wide
#define ROUNDS 1
#define GATHERS 1
#include "kernels.h"

void NAMED(lanes_run)(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at) {
    run_wide(code, count, memory, vectors, pictures, at);
}

void NAMED(lanes_store)(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels) {
    store_wide(memory, places, strides, target, pixels);
}
