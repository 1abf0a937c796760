// The kernels for processors with AVX2.
#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define WIDTH 8
#define NAMED(name) name##_avx2
#include "wide.h"
#pragma clang attribute pop
#endif
