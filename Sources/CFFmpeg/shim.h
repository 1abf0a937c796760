// What Swift cannot import from FFmpeg's headers: macros that compute.
#pragma once
#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>

static const int64_t CF_NOPTS = AV_NOPTS_VALUE;
static const int CF_EOF = AVERROR_EOF;
static inline int cf_averror(int e) { return AVERROR(e); }
