// One text, compiled for each width of vectors; the machine is asked each time, which costs nothing
// beside a picture.
#include "source_over.h"
#include <string.h>

/// A pixel by itself, for the ends of rows.
static inline uint32_t over(uint32_t s, uint32_t d) {
    uint32_t keep = 255 - (s >> 24);
    uint32_t low = (d & 0x00FF00FF) * keep + 0x00800080;
    uint32_t high = (d >> 8 & 0x00FF00FF) * keep + 0x00800080;
    low = (low + (low >> 8 & 0x00FF00FF)) >> 8 & 0x00FF00FF;
    high = (high + (high >> 8 & 0x00FF00FF)) & 0xFF00FF00;
    return s + (low | high);
}

// x / 255 is (x + 128 + (x + 128) / 256) / 256, in lanes of sixteen bits: two bytes of each pixel in
// one vector, the other two in another.
#define SOURCE_OVER(name, bytes, attributes)                                                       \
    attributes static void name(const uint32_t *above, uint32_t *below, int64_t pixels) {          \
        typedef uint32_t pixels_t __attribute__((vector_size(bytes), aligned(4)));                 \
        typedef uint16_t halves_t __attribute__((vector_size(bytes), aligned(4)));                 \
        const int64_t step = bytes / 4;                                                            \
        int64_t i = 0;                                                                             \
        for (; i + step <= pixels; i += step) {                                                    \
            pixels_t s, d;                                                                         \
            memcpy(&s, above + i, bytes);                                                          \
            memcpy(&d, below + i, bytes);                                                          \
            pixels_t alpha = s >> 24;                                                              \
            halves_t keep = 255 - (halves_t)(alpha | alpha << 16);                                 \
            halves_t low = (halves_t)(d & 0x00FF00FF) * keep + 128;                                \
            halves_t high = ((halves_t)d >> 8) * keep + 128;                                       \
            low = (low + (low >> 8)) >> 8;                                                         \
            high = (high + (high >> 8)) & 0xFF00;                                                  \
            pixels_t sum = s + (pixels_t)(low | high);                                             \
            memcpy(below + i, &sum, bytes);                                                        \
        }                                                                                          \
        for (; i < pixels; i++) below[i] = over(above[i], below[i]);                               \
    }

SOURCE_OVER(over_128, 16, )
#if defined(__x86_64__)
SOURCE_OVER(over_256, 32, __attribute__((target("avx2"))))
SOURCE_OVER(over_512, 64, __attribute__((target("avx512f,avx512bw,avx512vl"))))
#endif

int32_t lanes_source_over_bits(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) return 512;
    if (__builtin_cpu_supports("avx2")) return 256;
#endif
    return 128;
}

void lanes_source_over(const void *above, void *below, int64_t pixels) {
    switch (lanes_source_over_bits()) {
#if defined(__x86_64__)
    case 512: over_512(above, below, pixels); break;
    case 256: over_256(above, below, pixels); break;
#endif
    default: over_128(above, below, pixels);
    }
}
