// See `meanings.h`, and README.md for where the table comes from.
//
// Layout, little-endian: "BMN1", rows, dimensions, fingerprint (32 bits each); the hashes of the stems in
// rising order; a byte for each row, its weight and in the highest bit whether it is a name; the directions,
// one signed byte for each dimension, all of nearly the same length.

#include "meanings.h"

#include <math.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

enum { dimensions = 64, header = 16 };

static const uint8_t table[] __attribute__((aligned(64))) = {
#embed "meanings.bin"
};

static uint32_t word_at(int32_t offset) {
    return (uint32_t)table[offset] | (uint32_t)table[offset + 1] << 8
        | (uint32_t)table[offset + 2] << 16 | (uint32_t)table[offset + 3] << 24;
}

uint32_t cmeanings_count(void) { return word_at(4); }

uint32_t cmeanings_fingerprint(void) { return word_at(12); }

int32_t cmeanings_row(uint32_t hash) {
    int32_t low = 0, high = (int32_t)cmeanings_count();
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        uint32_t found = word_at(header + middle * 4);
        if (found == hash) return middle;
        if (found < hash) low = middle + 1; else high = middle;
    }
    return -1;
}

static uint8_t mark(uint32_t row) { return table[header + cmeanings_count() * 4 + row]; }

uint8_t cmeanings_weight(uint32_t row) { return mark(row) & 0x7f; }

int cmeanings_is_name(uint32_t row) { return mark(row) >> 7; }

static const int8_t *direction(uint32_t row) {
    return (const int8_t *)table + header + cmeanings_count() * 5 + row * dimensions;
}

static int32_t product(const int8_t *a, const int8_t *b) {
    int32_t sum = 0;
    for (int i = 0; i < dimensions; i++) sum += (int32_t)a[i] * b[i];
    return sum;
}

void cmeanings_cosines(uint32_t row, const uint32_t *others, int32_t count, float *cosines) {
    const int8_t *mine = direction(row);
    float length = sqrtf((float)product(mine, mine));
    for (int32_t i = 0; i < count; i++) {
        const int8_t *theirs = direction(others[i]);
        float lengths = length * sqrtf((float)product(theirs, theirs));
        cosines[i] = lengths > 0 ? (float)product(mine, theirs) / lengths : 0;
    }
}

void cmeanings_best(
    const uint32_t *words, const int32_t *starts, int32_t texts, const float *values, float *best) {
    for (int32_t text = 0; text < texts; text++) {
        float most = 0;
        for (int32_t i = starts[text]; i < starts[text + 1]; i++) {
            float value = values[words[i]];
            most = value > most ? value : most;
        }
        best[text] = most;
    }
}
