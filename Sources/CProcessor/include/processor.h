// What the processor can do, which Swift has no way to ask.
#pragma once
#include <stdint.h>

/// Whether the processor and the system run AVX2 instructions.
static inline int32_t processor_has_avx2(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2");
#else
    return 0;
#endif
}

/// Whether they run AVX-512 instructions on integers of all widths (F, BW, DQ, VL).
static inline int32_t processor_has_avx512(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#else
    return 0;
#endif
}

/// Asks for the cache line at an address, which need not be there.
static inline void processor_prefetch(const void *address) { __builtin_prefetch(address); }
