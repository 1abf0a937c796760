#pragma once
#include <flite/flite.h>

// Not in flite's own headers: every program declares the voices that it links.
cst_voice *register_cmu_us_slt(const char *voxdir);
cst_voice *register_cmu_us_awb(const char *voxdir);

static cst_utterance *flite_same_utterance(cst_utterance *utterance) { return utterance; }

// Works out everything of an utterance but its sound. (uttfunc_val is a macro's product.)
static inline void flite_leave_out_sound(cst_utterance *utterance) {
    feat_set(utterance->features, "wave_synth_func", uttfunc_val(&flite_same_utterance));
}
