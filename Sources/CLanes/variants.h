// What the files compiled for wider vectors offer to the one that chooses.
#pragma once
#include "lanes.h"

#define OFFERED(name)                                                                             \
    void lanes_run_##name(                                                                        \
        const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,             \
        const lanes_picture *pictures, lanes_position at);                                        \
    void lanes_store_##name(                                                                      \
        const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target, \
        int32_t pixels);
OFFERED(avx2)
OFFERED(avx512)
#undef OFFERED
