// What words mean, as directions: the table `meanings.bin`, and how near two words and two texts are.
//
// A row of the table is a word's stem; its number is stable only for one `cmeanings_fingerprint`.

#ifndef MEANINGS_H
#define MEANINGS_H

#include <stdint.h>

/// Rows of the table.
uint32_t cmeanings_count(void);

/// Changes with the table.
uint32_t cmeanings_fingerprint(void);

/// The row of a stem, by the 32-bit FNV-1a hash of its UTF-8; -1 when it is not in the table.
int32_t cmeanings_row(uint32_t hash);

/// How much a word tells, 0 (the commonest) to 127.
uint8_t cmeanings_weight(uint32_t row);

/// Whether the word is only ever a name.
int cmeanings_is_name(uint32_t row);

/// The cosines of one row with `count` others, −1 to 1.
void cmeanings_cosines(uint32_t row, const uint32_t *others, int32_t count, float *cosines);

/// For each text, the greatest value among its words.
///
/// Text `i` is `words[starts[i]..<starts[i + 1]]`, each word an index into `values`; a text without words
/// gets 0. `best` has room for `texts` numbers, and `starts` has one more.
void cmeanings_best(
    const uint32_t *words, const int32_t *starts, int32_t texts, const float *values, float *best);

#endif
