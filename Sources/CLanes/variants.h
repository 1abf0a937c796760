// What the file compiled for AVX2 offers to the one that chooses.
#pragma once
#include "lanes.h"

void lanes_run_avx2(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at);
void lanes_store_avx2(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels);
