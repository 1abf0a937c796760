// From a canvas to H.264 as programs do it that draw with OpenGL: swscale to planes, then x264, both of
// FFmpeg, on one thread, with the settings that Bunraku gives to x264.
#pragma once
#include <libavcodec/avcodec.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    AVCodecContext *codec;
    AVFrame *planes;
    AVPacket *packet;
    struct SwsContext *scaler;
    int64_t frames, bytes;
} encoder;

static void encode_must(int holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static encoder encoder_begin(int width, int height, const char *preset) {
    encoder e = {0};
    const AVCodec *x264 = avcodec_find_encoder_by_name("libx264");
    encode_must(x264 != NULL, "libavcodec has no x264");
    AVCodecContext *c = e.codec = avcodec_alloc_context3(x264);
    c->width = width;
    c->height = height;
    c->pix_fmt = AV_PIX_FMT_YUV420P;
    c->time_base = (AVRational){1, 30};
    c->framerate = (AVRational){30, 1};
    c->gop_size = 60;
    c->max_b_frames = 0;
    c->thread_count = 1;
    c->color_range = AVCOL_RANGE_MPEG;
    c->colorspace = AVCOL_SPC_BT709;
    av_opt_set(c->priv_data, "preset", preset, 0);
    av_opt_set(c->priv_data, "tune", "zerolatency", 0);
    av_opt_set(c->priv_data, "crf", "23", 0);
    av_opt_set(c->priv_data, "sc_threshold", "0", 0);
    encode_must(avcodec_open2(c, x264, NULL) == 0, "x264 does not open");
    e.planes = av_frame_alloc();
    e.planes->format = AV_PIX_FMT_YUV420P;
    e.planes->width = width;
    e.planes->height = height;
    encode_must(av_frame_get_buffer(e.planes, 64) == 0, "there is no memory");
    e.packet = av_packet_alloc();
    e.scaler = sws_getContext(
        width, height, AV_PIX_FMT_RGB0, width, height, AV_PIX_FMT_YUV420P, SWS_BILINEAR, NULL, NULL,
        NULL);
    const int *bt709 = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(e.scaler, bt709, 1, bt709, 0, 0, 1 << 16, 1 << 16);
    return e;
}

static void encoder_frame(encoder *e, const uint32_t *pixels) {
    const uint8_t *source[] = {(const uint8_t *)pixels};
    const int stride[] = {e->codec->width * 4};
    av_frame_make_writable(e->planes);
    sws_scale(
        e->scaler, source, stride, 0, e->codec->height, e->planes->data, e->planes->linesize);
    e->planes->pts = e->frames++;
    encode_must(avcodec_send_frame(e->codec, e->planes) == 0, "x264 takes no frame");
    while (avcodec_receive_packet(e->codec, e->packet) == 0) {
        e->bytes += e->packet->size;
        av_packet_unref(e->packet);
    }
}
