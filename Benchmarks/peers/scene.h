// A scene as raster.py flattens it, and the conversation with it: shared by the peers in C.
//
// Standard input has one order a line; each is answered by one line.
//   draw FIRST COUNT    draws frames and answers with the milliseconds of the processor for each
//   picture N FILE      draws a frame and writes it: premultiplied RGBA, top row first
//   bytes               answers with what a frame was encoded to so far, where frames are encoded
#pragma once
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { blend_normal, blend_multiply, blend_screen, blend_add };

typedef struct {
    int32_t first_vertex, vertices, first_index, indices, blend, mask;
    float opacity, tint[3];
} scene_part;

typedef struct {
    int32_t width, height, frames, vertices, indices, parts, masks, atlas_width, atlas_height;
    const scene_part *part, *mask;
    const float *uvs;
    const uint32_t *index;
    const float *positions;
    const uint8_t *atlas;
} scene;

static scene scene_load(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(1); }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(size);
    if (fread(bytes, 1, size, file) != size) { perror(path); exit(1); }
    fclose(file);
    scene s;
    memcpy(&s, bytes, 9 * sizeof(int32_t));
    uint8_t *at = bytes + 9 * sizeof(int32_t);
    s.part = (const scene_part *)at;
    at += s.parts * sizeof(scene_part);
    s.mask = (const scene_part *)at;
    at += s.masks * sizeof(scene_part);
    s.uvs = (const float *)at;
    at += s.vertices * 2 * sizeof(float);
    s.index = (const uint32_t *)at;
    at += s.indices * sizeof(uint32_t);
    s.positions = (const float *)at;
    at += (size_t)s.frames * s.vertices * 2 * sizeof(float);
    s.atlas = at;
    return s;
}

static const float *scene_positions(const scene *s, int frame) {
    return s->positions + (size_t)frame * s->vertices * 2;
}

/// Left, top, right and bottom of a part in whole pixels of the canvas.
static void scene_bounds(const scene *s, const scene_part *part, const float *positions, int box[4]) {
    float low[2] = {1e9f, 1e9f}, high[2] = {-1e9f, -1e9f};
    for (int i = part->first_vertex; i < part->first_vertex + part->vertices; i++) {
        for (int axis = 0; axis < 2; axis++) {
            float p = positions[i * 2 + axis];
            if (p < low[axis]) low[axis] = p;
            if (p > high[axis]) high[axis] = p;
        }
    }
    int size[2] = {s->width, s->height};
    for (int axis = 0; axis < 2; axis++) {
        box[axis] = low[axis] < 0 ? 0 : (int)low[axis];
        box[axis + 2] = high[axis] + 1 > size[axis] ? size[axis] : (int)high[axis] + 1;
    }
}

static double scene_milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e3 + time.tv_nsec * 1e-6;
}

/// Draws a frame so that `pixels` has it: premultiplied, top row first, rows without padding.
typedef void scene_draw(const scene *s, int frame, uint32_t *pixels);

/// The mean of all frames; for peers that encode.
static double scene_bytes_per_frame;

static int scene_converse(const scene *s, scene_draw *draw, const char *greeting) {
    uint32_t *pixels = malloc((size_t)s->width * s->height * 4);
    char line[4096], path[4096];
    int first, count;
    printf("%s\n", greeting);
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "draw %d %d", &first, &count) == 2) {
            for (int i = 0; i < count; i++) {
                double began = scene_milliseconds();
                draw(s, (first + i) % s->frames, pixels);
                printf("%.4f ", scene_milliseconds() - began);
            }
        } else if (sscanf(line, "picture %d %4000[^\n]", &first, path) == 2) {
            draw(s, first, pixels);
            FILE *file = fopen(path, "wb");
            if (!file || fwrite(pixels, 4, (size_t)s->width * s->height, file)
                != (size_t)s->width * s->height) { perror(path); return 1; }
            fclose(file);
        } else if (strncmp(line, "bytes", 5) == 0) {
            printf("%.0f", scene_bytes_per_frame);
        } else {
            fprintf(stderr, "unknown order: %s", line);
            return 1;
        }
        printf("\n");
        fflush(stdout);
    }
    return 0;
}
