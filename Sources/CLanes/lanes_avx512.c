// The kernels for processors with AVX-512.
#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl"))), apply_to = function)
#define WIDTH 16
#define NAMED(name) name##_avx512
#include "wide.h"
#pragma clang attribute pop
#endif
