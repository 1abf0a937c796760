// The lane machine: runs straight-line programs over rows of floats, sixteen lanes a vector.
//
// Swift has no way to compile one function for several instruction sets, so the kernels are C: the same
// text is compiled for plain x86-64 (or any other machine), for AVX2 and for AVX-512, and the processor
// is asked. No operation is contracted or reordered, so all give the same bits.
// For the same reason `source_over.h` lies beside: the one loop that drawing is measured against.
#pragma once
#include <stdint.h>

/// Lanes in one vector, and vectors in one register of a row.
enum { lanes_per_vector = 16, lanes_vectors = 16 };

/// What one instruction does; the names and meanings are those of `LaneOp` in Shading.
enum lanes_op {
    lanes_add, lanes_sub, lanes_mul, lanes_div, lanes_min, lanes_max, lanes_mad,
    lanes_neg, lanes_abs, lanes_sign, lanes_floor, lanes_ceil, lanes_trunc, lanes_fract,
    lanes_sqrt, lanes_inversesqrt, lanes_sin, lanes_cos, lanes_asin, lanes_acos, lanes_atan,
    lanes_atan2, lanes_exp2, lanes_log2,
    lanes_less, lanes_less_equal, lanes_equal, lanes_not_equal,
    lanes_and, lanes_or, lanes_xor, lanes_not, lanes_select,
    lanes_fetch, lanes_fetch_shifted, lanes_fetch_straight,
    lanes_op_count
};

/// Places count vectors from the start of the memory. A stride is 1 for a register (a vector for each
/// sixteen pixels) and 0 for a value that all pixels share, which stands in all lanes of its vector.
///
/// A fetch reads at (a + c, b) and writes those of `d` to `d3` whose bits are set in `channels`, red first.
/// `lanes_fetch_shifted` is for an `a` that is the pixels' own place, with `b` and `c` shared;
/// `lanes_fetch_straight` reads the pixels' own place.
typedef struct {
    uint8_t op, sa, sb, sc;
    uint8_t sampler, channels, unused[2];
    uint32_t d, a, b, c;
    uint32_t d1, d2, d3;
} lanes_instruction;

/// A premultiplied RGBA8 picture, or a window of one: what lies beyond repeats the window's edge. All of
/// its bytes are fewer than 2^31.
typedef struct {
    const uint8_t *pixels;
    int32_t width, height;
    int64_t bytes_per_row;
    /// Of the whole picture, and where in it the window begins.
    int32_t whole_width, whole_height, left, top;
} lanes_picture;

/// Where a row begins in the whole picture that is drawn.
typedef struct {
    int32_t x, y;
} lanes_position;

/// Runs `count` instructions over `vectors` vectors each.
void lanes_run(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at);

/// Rounds four registers to bytes and writes `pixels` pixels.
void lanes_store(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels);

/// Instruction sets that there are kernels for, each better than the one before.
typedef enum { lanes_plain, lanes_avx2, lanes_avx512 } lanes_level;

/// The best that the machine has and that is allowed.
lanes_level lanes_best(void);

/// Uses nothing better from now on: for tests and measurements.
void lanes_limit(lanes_level level);
