// The scene in cairo. It has no textured triangles: each is a path, filled with a picture that an affine
// matrix brings there. It has no tints either: those are in the atlas from the start, for nothing.
#include "scene.h"
#include <cairo.h>
#include <math.h>

static cairo_surface_t *surface, *atlas;
static uint32_t *argb;

static const cairo_operator_t operators[] = {
    CAIRO_OPERATOR_OVER, CAIRO_OPERATOR_MULTIPLY, CAIRO_OPERATOR_SCREEN, CAIRO_OPERATOR_ADD,
};

static void fill(cairo_t *cr, const scene *s, const scene_part *part, const float *positions) {
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(atlas);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR);
    cairo_set_source(cr, pattern);
    for (int i = 0; i < part->indices; i += 3) {
        const uint32_t *at = s->index + part->first_index + i;
        double x[3], y[3], u[3], v[3];
        for (int k = 0; k < 3; k++) {
            x[k] = positions[at[k] * 2];
            y[k] = positions[at[k] * 2 + 1];
            u[k] = s->uvs[at[k] * 2] * s->atlas_width;
            v[k] = s->uvs[at[k] * 2 + 1] * s->atlas_height;
        }
        double area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
        if (fabs(area) < 1e-9) continue;
        double ux = ((u[1] - u[0]) * (y[2] - y[0]) - (u[2] - u[0]) * (y[1] - y[0])) / area;
        double uy = ((u[2] - u[0]) * (x[1] - x[0]) - (u[1] - u[0]) * (x[2] - x[0])) / area;
        double vx = ((v[1] - v[0]) * (y[2] - y[0]) - (v[2] - v[0]) * (y[1] - y[0])) / area;
        double vy = ((v[2] - v[0]) * (x[1] - x[0]) - (v[1] - v[0]) * (x[2] - x[0])) / area;
        cairo_matrix_t matrix;
        cairo_matrix_init(
            &matrix, ux, vx, uy, vy, u[0] - ux * x[0] - uy * y[0], v[0] - vx * x[0] - vy * y[0]);
        cairo_pattern_set_matrix(pattern, &matrix);
        cairo_move_to(cr, x[0], y[0]);
        cairo_line_to(cr, x[1], y[1]);
        cairo_line_to(cr, x[2], y[2]);
        cairo_fill(cr);
    }
    cairo_pattern_destroy(pattern);
}

static void draw(const scene *s, int frame, uint32_t *pixels) {
    const float *positions = scene_positions(s, frame);
    cairo_t *cr = cairo_create(surface);
    cairo_set_operator(cr, CAIRO_OPERATOR_CLEAR);
    cairo_paint(cr);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_NONE);
    for (int i = 0; i < s->parts; i++) {
        const scene_part *part = s->part + i;
        if (part->opacity == 1 && part->mask < 0) {
            cairo_set_operator(cr, operators[part->blend]);
            fill(cr, s, part, positions);
            continue;
        }
        int box[4];
        scene_bounds(s, part, positions, box);
        cairo_save(cr);
        cairo_rectangle(cr, box[0], box[1], box[2] - box[0], box[3] - box[1]);
        cairo_clip(cr);
        cairo_pattern_t *mask = NULL;
        if (part->mask >= 0) {
            cairo_push_group(cr);
            cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
            fill(cr, s, s->mask + part->mask, positions);
            mask = cairo_pop_group(cr);
        }
        cairo_push_group(cr);
        cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
        fill(cr, s, part, positions);
        if (mask && part->opacity < 1) {
            // Thins the group, so that one mask is enough.
            cairo_set_operator(cr, CAIRO_OPERATOR_DEST_IN);
            cairo_paint_with_alpha(cr, part->opacity);
        }
        cairo_pop_group_to_source(cr);
        cairo_set_operator(cr, operators[part->blend]);
        if (mask) {
            cairo_mask(cr, mask);
            cairo_pattern_destroy(mask);
        } else {
            cairo_paint_with_alpha(cr, part->opacity);
        }
        cairo_restore(cr);
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    memcpy(pixels, argb, (size_t)s->width * s->height * 4);
}

/// Colours the place that a part has in the atlas, which is its own.
static void tint(const scene *s, const scene_part *part, uint8_t *bytes, int stride) {
    float low[2] = {1, 1}, high[2] = {0, 0};
    for (int i = part->first_vertex; i < part->first_vertex + part->vertices; i++) {
        for (int axis = 0; axis < 2; axis++) {
            low[axis] = fminf(low[axis], s->uvs[i * 2 + axis]);
            high[axis] = fmaxf(high[axis], s->uvs[i * 2 + axis]);
        }
    }
    int right = (int)lroundf(high[0] * s->atlas_width), bottom = (int)lroundf(high[1] * s->atlas_height);
    for (int y = (int)lroundf(low[1] * s->atlas_height); y < bottom; y++) {
        for (int x = (int)lroundf(low[0] * s->atlas_width); x < right; x++) {
            for (int c = 0; c < 3; c++) {
                uint8_t *byte = bytes + (size_t)y * stride + x * 4 + c;
                *byte = (uint8_t)(*byte * part->tint[c] + 0.5f);
            }
        }
    }
}

int main(int count, char **arguments) {
    (void)count;
    scene s = scene_load(arguments[1]);
    // Cairo takes red for blue in both pictures, and treats them alike, so nothing need be turned.
    int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, s.atlas_width);
    uint8_t *bytes = malloc((size_t)stride * s.atlas_height);
    for (int y = 0; y < s.atlas_height; y++) {
        memcpy(bytes + (size_t)y * stride, s.atlas + (size_t)y * s.atlas_width * 4, s.atlas_width * 4);
    }
    for (int i = 0; i < s.parts; i++) tint(&s, s.part + i, bytes, stride);
    atlas = cairo_image_surface_create_for_data(
        bytes, CAIRO_FORMAT_ARGB32, s.atlas_width, s.atlas_height, stride);
    argb = malloc((size_t)s.width * s.height * 4);
    surface = cairo_image_surface_create_for_data(
        (uint8_t *)argb, CAIRO_FORMAT_ARGB32, s.width, s.height, s.width * 4);
    char greeting[64];
    snprintf(greeting, sizeof greeting, "cairo %s", cairo_version_string());
    return scene_converse(&s, draw, greeting);
}
