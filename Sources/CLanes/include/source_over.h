// Premultiplied source-over, with nothing around it: what drawing is measured against.
#pragma once
#include <stdint.h>

/// below = above + below · (1 − above's alpha), each byte exactly rounded, for `pixels` RGBA8 pixels.
void lanes_source_over(const void *above, void *below, int64_t pixels);

/// Bits of the vectors that `lanes_source_over` uses on this machine: 128, 256 or 512.
int32_t lanes_source_over_bits(void);
