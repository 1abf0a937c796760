// What Swift cannot import from FFmpeg's headers: macros that compute, and variadic functions.
#pragma once
#include <errno.h>
#include <stdio.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libavutil/sha.h>
#include <libavutil/time.h>
#include <libswscale/swscale.h>

static const int64_t CF_NOPTS = AV_NOPTS_VALUE;
static const int CF_EOF = AVERROR_EOF;
static inline int cf_averror(int e) { return AVERROR(e); }

// The last line of error that a library wrote on this thread: libraries explain in their log what
// their error numbers leave out, and that log must not reach standard error by itself.
static inline char *cf_line(void) {
    static _Thread_local char line[256];
    return line;
}
static void cf_keep_line(void *context, int level, const char *format, va_list arguments) {
    (void)context;
    if (level <= AV_LOG_ERROR) vsnprintf(cf_line(), 256, format, arguments);
}
static inline void cf_quiet(void) { av_log_set_callback(cf_keep_line); }
static inline void cf_forget_line(void) { cf_line()[0] = 0; }
static inline const char *cf_last_line(void) { return cf_line(); }
