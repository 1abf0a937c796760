// The lane machine: runs straight-line programs over rows of floats, eight lanes a vector.
//
// Swift has no way to compile one function for two instruction sets, so the kernels are C: the same
// text is compiled for plain x86-64 (or any other machine) and for AVX2, and the machine is asked once.
// No operation is contracted or reordered, so both give the same bits.
// For the same reason `source_over.h` lies beside: the one loop that drawing is measured against.
#pragma once
#include <stdint.h>

/// Lanes in one vector, and vectors in one register of a row.
enum { lanes_per_vector = 8, lanes_vectors = 16 };

/// What one instruction does; the names and meanings are those of `LaneOp` in Shading.
enum lanes_op {
    lanes_add, lanes_sub, lanes_mul, lanes_div, lanes_min, lanes_max, lanes_mad,
    lanes_neg, lanes_abs, lanes_sign, lanes_floor, lanes_ceil, lanes_trunc, lanes_fract,
    lanes_sqrt, lanes_inversesqrt, lanes_sin, lanes_cos, lanes_asin, lanes_acos, lanes_atan,
    lanes_atan2, lanes_exp2, lanes_log2,
    lanes_less, lanes_less_equal, lanes_equal, lanes_not_equal,
    lanes_and, lanes_or, lanes_xor, lanes_not, lanes_select, lanes_fetch, lanes_fetch_straight,
    lanes_op_count
};

/// Places count vectors from the start of the memory. A stride is 1 for a register (a vector for each
/// eight pixels) and 0 for a value that all pixels share.
typedef struct {
    uint8_t op, sa, sb, sc;
    uint8_t sampler, unused[3];
    uint32_t d, a, b, c;
    uint32_t d1, d2, d3;
} lanes_instruction;

/// A premultiplied RGBA8 picture.
typedef struct {
    const uint8_t *pixels;
    int32_t width, height;
    int64_t bytes_per_row;
} lanes_picture;

/// Where a row stands in the picture that is drawn: `lanes_fetch_straight` reads from there.
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

/// Whether the AVX2 kernels run here.
int32_t lanes_uses_avx2(void);

/// Turns the AVX2 kernels off, or on again where the machine has them: for tests and measurements.
void lanes_allow_avx2(int32_t allowed);
