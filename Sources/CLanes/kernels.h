// The kernels, compiled once for each instruction set: this file is included once for each.
// Sine, cosine, arc functions, exp2 and log2 are the single precision polynomials of Cephes
// (S. Moshier), which keep within a few units in the last place on reduced arguments.

// Before it is included: RUN and STORE name the two functions, WIDTH is how many floats one vector of the
// processor holds, and ROUNDS and GATHERS say whether it has instructions for that.

// Everything with vector arguments is inlined: no convention of calling is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
typedef float vf __attribute__((vector_size(WIDTH * 4)));
typedef int32_t vi __attribute__((vector_size(WIDTH * 4)));

#define EIGHT(x) x, x, x, x, x, x, x, x
#if WIDTH == 16
INLINE vf splat(float x) { return (vf){EIGHT(x), EIGHT(x)}; }
INLINE vi isplat(int32_t x) { return (vi){EIGHT(x), EIGHT(x)}; }
#else
INLINE vf splat(float x) { return (vf){EIGHT(x)}; }
INLINE vi isplat(int32_t x) { return (vi){EIGHT(x)}; }
#endif
INLINE vf pick(vi mask, vf yes, vf no) { return (vf)((mask & (vi)yes) | (~mask & (vi)no)); }
INLINE vf least(vf a, vf b) { return pick(b < a, b, a); }
INLINE vf most(vf a, vf b) { return pick(a < b, b, a); }
INLINE vf magnitude(vf x) { return (vf)((vi)x & isplat(0x7fffffff)); }
INLINE vf reals(vi x) { return __builtin_convertvector(x, vf); }

/// Converting is undefined beyond what an int holds, so such numbers, and no-numbers, become 0.
INLINE vi whole(vf x) {
    vi fits = magnitude(x) < splat(2147483520.0f);
    return __builtin_convertvector((vf)((vi)x & fits), vi);
}

#if ROUNDS
// Zero is added since the other way never leaves a negative one.
INLINE vf toward_zero(vf x) { return __builtin_elementwise_trunc(x) + splat(0); }
INLINE vf down(vf x) { return __builtin_elementwise_floor(x) + splat(0); }
INLINE vf up(vf x) { return __builtin_elementwise_ceil(x) + splat(0); }
#else
/// From 2^23 on a float has no fraction.
INLINE vf toward_zero(vf x) { return pick(magnitude(x) < splat(8388608.0f), reals(whole(x)), x); }
INLINE vf down(vf x) {
    vf t = toward_zero(x);
    return t - (vf)((t > x) & (vi)splat(1));
}
INLINE vf up(vf x) {
    vf t = toward_zero(x);
    return t + (vf)((t < x) & (vi)splat(1));
}
#endif
INLINE vf sign_of(vf x) {
    return (vf)((x > splat(0)) & (vi)splat(1)) - (vf)((x < splat(0)) & (vi)splat(1));
}
INLINE vf root(vf x) {
#if __has_builtin(__builtin_elementwise_sqrt)
    return __builtin_elementwise_sqrt(x);
#else
    for (int k = 0; k < WIDTH; k++) x[k] = __builtin_sqrtf(x[k]);
    return x;
#endif
}

/// Sine, or cosine where `quarter` is 2: octants of the circle, then one of two polynomials.
INLINE vf circular(vf x, int32_t quarter) {
    vi sign = quarter ? isplat(0) : ((vi)x & isplat((int32_t)0x80000000));
    vf a = magnitude(x);
    vi octant = (whole(a * splat(1.27323954473516f)) + isplat(1)) & isplat(~1);
    vf turn = reals(octant);
    vf r = ((a - turn * splat(0.78515625f)) - turn * splat(2.4187564849853515625e-4f))
        - turn * splat(3.77489497744594108e-8f);
    octant = octant + isplat(quarter);
    sign = sign ^ ((octant & isplat(4)) << isplat(29));
    vf z = r * r;
    vf s = ((splat(-1.9515295891e-4f) * z + splat(8.3321608736e-3f)) * z
        + splat(-1.6666654611e-1f)) * z * r + r;
    vf c = ((splat(2.443315711809948e-5f) * z + splat(-1.388731625493765e-3f)) * z
        + splat(4.166664568298827e-2f)) * z * z - splat(0.5f) * z + splat(1);
    return (vf)((vi)pick((octant & isplat(2)) == isplat(0), s, c) ^ sign);
}

INLINE vf arc_tangent(vf x) {
    vi sign = (vi)x & isplat((int32_t)0x80000000);
    vf a = magnitude(x);
    vi steep = a > splat(2.414213562373095f);
    vi middle = (a > splat(0.4142135623730950f)) & ~steep;
    vf start = (vf)((steep & (vi)splat(1.5707963267948966f))
        | (middle & (vi)splat(0.7853981633974483f)));
    vf r = pick(steep, splat(-1) / a, pick(middle, (a - splat(1)) / (a + splat(1)), a));
    vf z = r * r;
    vf p = (((splat(8.05374449538e-2f) * z - splat(1.38776856032e-1f)) * z
        + splat(1.99777106478e-1f)) * z - splat(3.33329491539e-1f)) * z * r + r;
    return (vf)((vi)(start + p) ^ sign);
}

INLINE vf arc_tangent2(vf y, vf x) {
    vf t = arc_tangent(y / x);
    vf half = (vf)((vi)splat(3.14159265358979f) | ((vi)y & isplat((int32_t)0x80000000)));
    t = t + (vf)((x < splat(0)) & (vi)half);
    vf upright = (vf)((vi)splat(1.5707963267948966f) | ((vi)y & isplat((int32_t)0x80000000)));
    t = pick(x == splat(0), upright, t);
    return pick((x == splat(0)) & (y == splat(0)), splat(0), t);
}

INLINE vf arc_sine(vf x) {
    vi sign = (vi)x & isplat((int32_t)0x80000000);
    vf a = magnitude(x);
    vi large = a > splat(0.5f);
    vf z = pick(large, splat(0.5f) * (splat(1) - a), a * a);
    vf r = pick(large, root(z), a);
    vf p = ((((splat(4.2163199048e-2f) * z + splat(2.4181311049e-2f)) * z
        + splat(4.5470025998e-2f)) * z + splat(7.4953002686e-2f)) * z
        + splat(1.6666752422e-1f)) * z * r + r;
    p = pick(large, splat(1.5707963267948966f) - (p + p), p);
    return (vf)((vi)p ^ sign);
}

INLINE vf power_of_two(vf x) {
    vf c = least(most(x, splat(-126.99f)), splat(128));
    vf n = down(c + splat(0.5f));
    vf f = c - n;
    vf p = (((((splat(1.535336188319500e-4f) * f + splat(1.339887440266574e-3f)) * f
        + splat(9.618437357674640e-3f)) * f + splat(5.550332471162809e-2f)) * f
        + splat(2.402264791363012e-1f)) * f + splat(6.931472028550421e-1f)) * f + splat(1);
    // In two halves, since 2^128 itself is no float.
    vi e = whole(n);
    vi first = e >> isplat(1);
    vf one = (vf)((first + isplat(127)) << isplat(23));
    vf two = (vf)((e - first + isplat(127)) << isplat(23));
    vf r = p * one * two;
    r = pick(x < splat(-126.99f), splat(0), r);
    return pick(x != x, x, r);
}

INLINE vf logarithm(vf x) {
    vi bits = (vi)x;
    vi e = (bits >> isplat(23)) - isplat(126);
    vf m = (vf)((bits & isplat(0x007fffff)) | isplat(0x3f000000));
    vi low = m < splat(0.707106781186547524f);
    e = e + low;
    m = pick(low, m + m, m) - splat(1);
    vf z = m * m;
    vf y = ((((((((splat(7.0376836292e-2f) * m - splat(1.1514610310e-1f)) * m
        + splat(1.1676998740e-1f)) * m - splat(1.2420140846e-1f)) * m
        + splat(1.4249322787e-1f)) * m - splat(1.6668057665e-1f)) * m
        + splat(2.0000714765e-1f)) * m - splat(2.4999993993e-1f)) * m
        + splat(3.3333331174e-1f)) * m * z - splat(0.5f) * z;
    vf r = y * splat(0.44269504088896340735992f) + m * splat(0.44269504088896340735992f) + y + m
        + reals(e);
    r = pick(x < splat(1.17549435e-38f), splat(-__builtin_inff()), r);
    r = pick(x > splat(3.4028234e38f), x, r);
    return pick((x < splat(0)) | (x != x), splat(__builtin_nanf("")), r);
}

// MARK: Reading pictures

/// One byte of each lane as 0…255.
INLINE vf byte_of(vi words, int32_t shift) { return reals((words >> isplat(shift)) & isplat(255)); }

INLINE vi words_at(const uint8_t *place) {
    vi words;
    __builtin_memcpy(&words, place, sizeof words);
    return words;
}

INLINE vf between(vf a, vf b, vf part) { return a + (b - a) * part; }

INLINE vi gather(const uint8_t *base, vi offsets) {
#if GATHERS && WIDTH == 16
    return (vi)_mm512_i32gather_epi32((__m512i)offsets, base, 1);
#elif GATHERS
    return (vi)_mm256_i32gather_epi32((const int *)base, (__m256i)offsets, 1);
#else
    vi words;
    for (int k = 0; k < WIDTH; k++) __builtin_memcpy((int32_t *)&words + k, base + offsets[k], 4);
    return words;
#endif
}

/// The four channels of what an instruction reads, where it wants them.
typedef struct {
    vf *channel[4];
    uint8_t wanted;
} readings;

#define EACH_WANTED(to, i, value)                              \
    for (int k = 0; k < 4; k++)                                \
        if ((to).wanted & (1 << k)) {                          \
            const int32_t shift = k * 8;                       \
            (to).channel[k][i] = (value) * splat(1 / 255.0f);  \
        }

/// Bilinear, clamped to the edge: what no number says reads the first pixel.
INLINE void look(const lanes_picture *picture, vf u, vf v, readings to, int32_t i) {
    vf right = splat((float)(picture->width - 1)), bottom = splat((float)(picture->height - 1));
    vf x = u * splat((float)picture->whole_width) - splat(0.5f + (float)picture->left);
    vf y = v * splat((float)picture->whole_height) - splat(0.5f + (float)picture->top);
    x = pick(x > splat(0), least(x, right), splat(0));
    y = pick(y > splat(0), least(y, bottom), splat(0));
    vi x0 = __builtin_convertvector(x, vi), y0 = __builtin_convertvector(y, vi);
    vf fx = x - reals(x0), fy = y - reals(y0);
    // A neighbour beyond the edge has weight zero: it may be the pixel itself.
    vi across = (reals(x0) < right) & isplat(4);
    vi below = (reals(y0) < bottom) & isplat((int32_t)picture->bytes_per_row);
    vi first = y0 * isplat((int32_t)picture->bytes_per_row) + (x0 << isplat(2));
    vi a = gather(picture->pixels, first), b = gather(picture->pixels, first + across);
    vi c = gather(picture->pixels, first + below);
    vi d = gather(picture->pixels, first + below + across);
    EACH_WANTED(
        to, i,
        between(
            between(byte_of(a, shift), byte_of(b, shift), fx),
            between(byte_of(c, shift), byte_of(d, shift), fx), fy))
}

/// A place between two pixels: the first of them, and how far it is to the second.
typedef struct {
    int32_t first;
    float part;
} place_between;

/// A place so near to a pixel that nobody sees the difference is that pixel: nothing is to be mixed.
INLINE place_between place_of(float x) {
    const float near = 1 / 1024.0f;
    int32_t first = (int32_t)x - (x < (float)(int32_t)x);
    float part = x - (float)first;
    if (part < near) return (place_between){first, 0};
    if (part > 1 - near) return (place_between){first + 1, 0};
    return (place_between){first, part};
}

enum { longest_run = lanes_vectors * lanes_per_vector + 1 };

/// The pixels of a row from `first` on, the edges repeated: where they stand, or a copy.
INLINE const uint8_t *run_of(
    const lanes_picture *picture, int32_t row, int32_t first, int32_t count, uint32_t *copy) {
    const uint8_t *start = picture->pixels + row * picture->bytes_per_row;
    if (first >= 0 && first + count <= picture->width) return start + (int64_t)first * 4;
    for (int32_t k = 0; k < count; k++) {
        int32_t x = first + k;
        x = x < 0 ? 0 : x >= picture->width ? picture->width - 1 : x;
        __builtin_memcpy(copy + k, start + (int64_t)x * 4, 4);
    }
    return (const uint8_t *)copy;
}

/// Bilinear where all pixels of a row look equally far: rows are read as they lie, and weights are one.
///
/// `dx` is counted in pixels from each pixel's own middle, `y` from the middle of the first row.
static void look_along(
    const lanes_picture *picture, lanes_position at, float dx, float y, readings to, int32_t n) {
    const float far = 1e6f, bottom = (float)(picture->height - 1);
    place_between across = place_of(dx > -far ? (dx < far ? dx : far) : -far);
    place_between down = place_of(y > 0 ? (y < bottom ? y : bottom) : 0);
    int32_t first = across.first + at.x - picture->left;
    uint32_t copies[2][longest_run];
    int32_t count = n * WIDTH + 1;
    const uint8_t *p = run_of(picture, down.first, first, count, copies[0]), *q = p;
    if (down.part > 0) q = run_of(picture, down.first + 1, first, count, copies[1]);
    vf fx = splat(across.part), fy = splat(down.part);
    if (across.part == 0 && down.part == 0) {
        for (int32_t i = 0; i < n; i++) {
            vi a = words_at(p + i * WIDTH * 4);
            EACH_WANTED(to, i, byte_of(a, shift))
        }
    } else if (across.part == 0 || down.part == 0) {
        // Of the two ways only one is mixed.
        const uint8_t *other = down.part == 0 ? p + 4 : q;
        vf part = down.part == 0 ? fx : fy;
        for (int32_t i = 0; i < n; i++) {
            vi a = words_at(p + i * WIDTH * 4), b = words_at(other + i * WIDTH * 4);
            EACH_WANTED(to, i, between(byte_of(a, shift), byte_of(b, shift), part))
        }
    } else {
        for (int32_t i = 0; i < n; i++) {
            vi a = words_at(p + i * WIDTH * 4), b = words_at(p + i * WIDTH * 4 + 4);
            vi c = words_at(q + i * WIDTH * 4), d = words_at(q + i * WIDTH * 4 + 4);
            EACH_WANTED(
                to, i,
                between(
                    between(byte_of(a, shift), byte_of(b, shift), fx),
                    between(byte_of(c, shift), byte_of(d, shift), fx), fy))
        }
    }
}

// MARK: The machine

#define ROW(place) ((vf *)(memory + (uint64_t)(place) * lanes_per_vector))
#define EACH _Pragma("clang loop unroll_count(4)") for (int32_t i = 0; i < n; i++)
#define UNARY(op, result)                              \
    case op:                                           \
        EACH {                                         \
            vf x = a[i * sa];                          \
            d[i] = (result);                           \
        }                                              \
        break;
// What all lanes share is read once; where both are shared, the row is one vector.
#define BINARY(op, result)                             \
    case op:                                           \
        if (sa == sb) EACH {                           \
            vf x = a[i], y = b[i];                     \
            d[i] = (vf)(result);                       \
        } else if (sa) {                               \
            vf y = b[0];                               \
            EACH {                                     \
                vf x = a[i];                           \
                d[i] = (vf)(result);                   \
            }                                          \
        } else {                                       \
            vf x = a[0];                               \
            EACH {                                     \
                vf y = b[i];                           \
                d[i] = (vf)(result);                   \
            }                                          \
        }                                              \
        break;
#define TERNARY(op, result)                            \
    case op:                                           \
        switch (sa | sb << 1 | sc << 2) {              \
            TERNARY_WITH(1, 0, 0, result)              \
            TERNARY_WITH(0, 1, 0, result)              \
            TERNARY_WITH(1, 1, 0, result)              \
            TERNARY_WITH(0, 0, 1, result)              \
            TERNARY_WITH(1, 0, 1, result)              \
            TERNARY_WITH(0, 1, 1, result)              \
            default: EACH {                            \
                vf x = a[i], y = b[i], z = c[i];       \
                d[i] = (result);                       \
            }                                          \
        }                                              \
        break;
#define TERNARY_WITH(SA, SB, SC, result)               \
    case SA | SB << 1 | SC << 2: {                     \
        vf x0 = a[0], y0 = b[0], z0 = c[0];            \
        EACH {                                         \
            vf x = SA ? a[i] : x0;                     \
            vf y = SB ? b[i] : y0;                     \
            vf z = SC ? c[i] : z0;                     \
            d[i] = (result);                           \
        }                                              \
        break;                                         \
    }

static void RUN(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at) {
    const int32_t n = vectors * (lanes_per_vector / WIDTH);
    for (int32_t step = 0; step < count; step++) {
        const lanes_instruction *now = code + step;
        vf *d = ROW(now->d);
        const vf *a = ROW(now->a), *b = ROW(now->b), *c = ROW(now->c);
        int32_t sa = now->sa, sb = now->sb, sc = now->sc;
        switch (now->op) {
            BINARY(lanes_add, x + y)
            BINARY(lanes_sub, x - y)
            BINARY(lanes_mul, x * y)
            BINARY(lanes_div, x / y)
            BINARY(lanes_min, least(x, y))
            BINARY(lanes_max, most(x, y))
            TERNARY(lanes_mad, x * y + z)
            UNARY(lanes_neg, (vf)((vi)x ^ isplat((int32_t)0x80000000)))
            UNARY(lanes_abs, magnitude(x))
            UNARY(lanes_sign, sign_of(x))
            UNARY(lanes_floor, down(x))
            UNARY(lanes_ceil, up(x))
            UNARY(lanes_trunc, toward_zero(x))
            UNARY(lanes_fract, x - down(x))
            UNARY(lanes_sqrt, root(x))
            UNARY(lanes_inversesqrt, splat(1) / root(x))
            UNARY(lanes_sin, circular(x, 0))
            UNARY(lanes_cos, circular(x, 2))
            UNARY(lanes_asin, arc_sine(x))
            UNARY(lanes_acos, splat(1.5707963267948966f) - arc_sine(x))
            UNARY(lanes_atan, arc_tangent(x))
            BINARY(lanes_atan2, arc_tangent2(x, y))
            UNARY(lanes_exp2, power_of_two(x))
            UNARY(lanes_log2, logarithm(x))
            BINARY(lanes_less, x < y)
            BINARY(lanes_less_equal, x <= y)
            BINARY(lanes_equal, x == y)
            BINARY(lanes_not_equal, x != y)
            BINARY(lanes_and, (vi)x & (vi)y)
            BINARY(lanes_or, (vi)x | (vi)y)
            BINARY(lanes_xor, (vi)x ^ (vi)y)
            UNARY(lanes_not, (vf)~(vi)x)
            TERNARY(lanes_select, pick((vi)x, y, z))
            case lanes_fetch:
            case lanes_fetch_shifted:
            case lanes_fetch_straight: {
                const lanes_picture *picture = pictures + now->sampler;
                const readings to = {
                    {d, ROW(now->d1), ROW(now->d2), ROW(now->d3)}, now->channels};
                if (now->op == lanes_fetch) {
                    for (int32_t i = 0; i < n; i++) {
                        look(picture, a[i * sa] + c[i * sc], b[i * sb], to, i);
                    }
                } else if (now->op == lanes_fetch_shifted) {
                    float dx = (*c)[0] * (float)picture->whole_width;
                    float y = (*b)[0] * (float)picture->whole_height - 0.5f - (float)picture->top;
                    look_along(picture, at, dx, y, to, n);
                } else {
                    look_along(picture, at, 0, (float)(at.y - picture->top), to, n);
                }
                break;
            }
        }
    }
}

INLINE vi as_byte(vf x) {
    // No number compares with anything: it becomes 0.
    vf low = pick(x > splat(0), x, splat(0));
    return __builtin_convertvector(least(low, splat(1)) * splat(255) + splat(0.5f), vi);
}

static void STORE(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels) {
    const vf *r = ROW(places[0]), *g = ROW(places[1]), *b = ROW(places[2]), *a = ROW(places[3]);
    for (int32_t i = 0; i * WIDTH < pixels; i++) {
        vi words = as_byte(r[i * strides[0]]) | (as_byte(g[i * strides[1]]) << isplat(8))
            | (as_byte(b[i * strides[2]]) << isplat(16))
            | (as_byte(a[i * strides[3]]) << isplat(24));
        int32_t left = pixels - i * WIDTH;
        uint64_t bytes = left >= WIDTH ? sizeof words : (uint64_t)left * 4;
        __builtin_memcpy(target + i * (int32_t)sizeof words, &words, bytes);
    }
}
