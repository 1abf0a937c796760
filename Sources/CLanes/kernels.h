// The kernels, compiled once for each instruction set: this file is included twice on purpose.
// Sine, cosine, arc functions, exp2 and log2 are the single precision polynomials of Cephes
// (S. Moshier), which keep within a few units in the last place on reduced arguments.

// Everything with vector arguments is inlined: no convention of calling is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
typedef float v8 __attribute__((vector_size(32)));
typedef int32_t i8 __attribute__((vector_size(32)));

INLINE v8 splat(float x) { return (v8){x, x, x, x, x, x, x, x}; }
INLINE i8 isplat(int32_t x) { return (i8){x, x, x, x, x, x, x, x}; }
INLINE v8 pick(i8 mask, v8 yes, v8 no) { return (v8)((mask & (i8)yes) | (~mask & (i8)no)); }
INLINE v8 least(v8 a, v8 b) { return pick(b < a, b, a); }
INLINE v8 most(v8 a, v8 b) { return pick(a < b, b, a); }
INLINE v8 magnitude(v8 x) { return (v8)((i8)x & isplat(0x7fffffff)); }
INLINE v8 reals(i8 x) { return __builtin_convertvector(x, v8); }

/// Converting is undefined beyond what an int holds, so such numbers, and no-numbers, become 0.
INLINE i8 whole(v8 x) {
    i8 fits = magnitude(x) < splat(2147483520.0f);
    return __builtin_convertvector((v8)((i8)x & fits), i8);
}

/// From 2^23 on a float has no fraction.
INLINE v8 toward_zero(v8 x) { return pick(magnitude(x) < splat(8388608.0f), reals(whole(x)), x); }
INLINE v8 down(v8 x) {
    v8 t = toward_zero(x);
    return t - (v8)((t > x) & (i8)splat(1));
}
INLINE v8 up(v8 x) {
    v8 t = toward_zero(x);
    return t + (v8)((t < x) & (i8)splat(1));
}
INLINE v8 sign_of(v8 x) {
    return (v8)((x > splat(0)) & (i8)splat(1)) - (v8)((x < splat(0)) & (i8)splat(1));
}
INLINE v8 root(v8 x) {
#if __has_builtin(__builtin_elementwise_sqrt)
    return __builtin_elementwise_sqrt(x);
#else
    for (int k = 0; k < 8; k++) x[k] = __builtin_sqrtf(x[k]);
    return x;
#endif
}

/// Sine, or cosine where `quarter` is 2: octants of the circle, then one of two polynomials.
INLINE v8 circular(v8 x, int32_t quarter) {
    i8 sign = quarter ? isplat(0) : ((i8)x & isplat((int32_t)0x80000000));
    v8 a = magnitude(x);
    i8 octant = (whole(a * splat(1.27323954473516f)) + isplat(1)) & isplat(~1);
    v8 turn = reals(octant);
    v8 r = ((a - turn * splat(0.78515625f)) - turn * splat(2.4187564849853515625e-4f))
        - turn * splat(3.77489497744594108e-8f);
    octant = octant + isplat(quarter);
    sign = sign ^ ((octant & isplat(4)) << isplat(29));
    v8 z = r * r;
    v8 s = ((splat(-1.9515295891e-4f) * z + splat(8.3321608736e-3f)) * z
        + splat(-1.6666654611e-1f)) * z * r + r;
    v8 c = ((splat(2.443315711809948e-5f) * z + splat(-1.388731625493765e-3f)) * z
        + splat(4.166664568298827e-2f)) * z * z - splat(0.5f) * z + splat(1);
    return (v8)((i8)pick((octant & isplat(2)) == isplat(0), s, c) ^ sign);
}

INLINE v8 arc_tangent(v8 x) {
    i8 sign = (i8)x & isplat((int32_t)0x80000000);
    v8 a = magnitude(x);
    i8 steep = a > splat(2.414213562373095f);
    i8 middle = (a > splat(0.4142135623730950f)) & ~steep;
    v8 start = (v8)((steep & (i8)splat(1.5707963267948966f))
        | (middle & (i8)splat(0.7853981633974483f)));
    v8 r = pick(steep, splat(-1) / a, pick(middle, (a - splat(1)) / (a + splat(1)), a));
    v8 z = r * r;
    v8 p = (((splat(8.05374449538e-2f) * z - splat(1.38776856032e-1f)) * z
        + splat(1.99777106478e-1f)) * z - splat(3.33329491539e-1f)) * z * r + r;
    return (v8)((i8)(start + p) ^ sign);
}

INLINE v8 arc_tangent2(v8 y, v8 x) {
    v8 t = arc_tangent(y / x);
    v8 half = (v8)((i8)splat(3.14159265358979f) | ((i8)y & isplat((int32_t)0x80000000)));
    t = t + (v8)((x < splat(0)) & (i8)half);
    v8 upright = (v8)((i8)splat(1.5707963267948966f) | ((i8)y & isplat((int32_t)0x80000000)));
    t = pick(x == splat(0), upright, t);
    return pick((x == splat(0)) & (y == splat(0)), splat(0), t);
}

INLINE v8 arc_sine(v8 x) {
    i8 sign = (i8)x & isplat((int32_t)0x80000000);
    v8 a = magnitude(x);
    i8 large = a > splat(0.5f);
    v8 z = pick(large, splat(0.5f) * (splat(1) - a), a * a);
    v8 r = pick(large, root(z), a);
    v8 p = ((((splat(4.2163199048e-2f) * z + splat(2.4181311049e-2f)) * z
        + splat(4.5470025998e-2f)) * z + splat(7.4953002686e-2f)) * z
        + splat(1.6666752422e-1f)) * z * r + r;
    p = pick(large, splat(1.5707963267948966f) - (p + p), p);
    return (v8)((i8)p ^ sign);
}

INLINE v8 power_of_two(v8 x) {
    v8 c = least(most(x, splat(-126.99f)), splat(128));
    v8 n = down(c + splat(0.5f));
    v8 f = c - n;
    v8 p = (((((splat(1.535336188319500e-4f) * f + splat(1.339887440266574e-3f)) * f
        + splat(9.618437357674640e-3f)) * f + splat(5.550332471162809e-2f)) * f
        + splat(2.402264791363012e-1f)) * f + splat(6.931472028550421e-1f)) * f + splat(1);
    // In two halves, since 2^128 itself is no float.
    i8 e = whole(n);
    i8 first = e >> isplat(1);
    v8 one = (v8)((first + isplat(127)) << isplat(23));
    v8 two = (v8)((e - first + isplat(127)) << isplat(23));
    v8 r = p * one * two;
    r = pick(x < splat(-126.99f), splat(0), r);
    return pick(x != x, x, r);
}

INLINE v8 logarithm(v8 x) {
    i8 bits = (i8)x;
    i8 e = (bits >> isplat(23)) - isplat(126);
    v8 m = (v8)((bits & isplat(0x007fffff)) | isplat(0x3f000000));
    i8 low = m < splat(0.707106781186547524f);
    e = e + low;
    m = pick(low, m + m, m) - splat(1);
    v8 z = m * m;
    v8 y = ((((((((splat(7.0376836292e-2f) * m - splat(1.1514610310e-1f)) * m
        + splat(1.1676998740e-1f)) * m - splat(1.2420140846e-1f)) * m
        + splat(1.4249322787e-1f)) * m - splat(1.6668057665e-1f)) * m
        + splat(2.0000714765e-1f)) * m - splat(2.4999993993e-1f)) * m
        + splat(3.3333331174e-1f)) * m * z - splat(0.5f) * z;
    v8 r = y * splat(0.44269504088896340735992f) + m * splat(0.44269504088896340735992f) + y + m
        + reals(e);
    r = pick(x < splat(1.17549435e-38f), splat(-__builtin_inff()), r);
    r = pick(x > splat(3.4028234e38f), x, r);
    return pick((x < splat(0)) | (x != x), splat(__builtin_nanf("")), r);
}

typedef struct {
    v8 r, g, b, a;
} texels;

/// Four bytes of each lane as 0…255.
INLINE texels apart(i8 words) {
    i8 byte = isplat(255);
    return (texels){
        reals(words & byte), reals((words >> isplat(8)) & byte),
        reals((words >> isplat(16)) & byte), reals((words >> isplat(24)) & byte)};
}

INLINE v8 mixed(v8 a, v8 b, v8 c, v8 d, v8 fx, v8 fy) {
    v8 top = a + (b - a) * fx;
    v8 bottom = c + (d - c) * fx;
    return (top + (bottom - top) * fy) * splat(1 / 255.0f);
}

/// Bilinear, clamped to the edge: what no number says reads the first pixel.
INLINE texels look(const lanes_picture *picture, v8 u, v8 v) {
    v8 right = splat((float)(picture->width - 1)), bottom = splat((float)(picture->height - 1));
    v8 x = u * splat((float)picture->width) - splat(0.5f);
    v8 y = v * splat((float)picture->height) - splat(0.5f);
    x = pick(x > splat(0), least(x, right), splat(0));
    y = pick(y > splat(0), least(y, bottom), splat(0));
    i8 x0 = __builtin_convertvector(x, i8), y0 = __builtin_convertvector(y, i8);
    v8 fx = x - reals(x0), fy = y - reals(y0);
    // A neighbour beyond the edge has weight zero: it may be the pixel itself.
    i8 dx = (reals(x0) < right) & isplat(4);
    i8 below = reals(y0) < bottom;
    i8 a, b, c, d;
    const uint8_t *pixels = picture->pixels;
    int64_t stride = picture->bytes_per_row;
    for (int k = 0; k < 8; k++) {
        const uint8_t *p = pixels + (int64_t)y0[k] * stride + (int64_t)x0[k] * 4;
        const uint8_t *q = p + (stride & (int64_t)below[k]);
        int32_t w;
        __builtin_memcpy(&w, p, 4); a[k] = w;
        __builtin_memcpy(&w, p + dx[k], 4); b[k] = w;
        __builtin_memcpy(&w, q, 4); c[k] = w;
        __builtin_memcpy(&w, q + dx[k], 4); d[k] = w;
    }
    texels p = apart(a), q = apart(b), r = apart(c), s = apart(d);
    return (texels){
        mixed(p.r, q.r, r.r, s.r, fx, fy), mixed(p.g, q.g, r.g, s.g, fx, fy),
        mixed(p.b, q.b, r.b, s.b, fx, fy), mixed(p.a, q.a, r.a, s.a, fx, fy)};
}

#define ROW(place) ((v8 *)(memory + (uint64_t)(place) * 8))
#define UNARY(op, result)                                  \
    case op:                                               \
        for (int32_t i = 0; i < vectors; i++) {            \
            v8 x = a[i * sa];                              \
            d[i] = (result);                               \
        }                                                  \
        break;
#define BINARY(op, result)                                 \
    case op:                                               \
        for (int32_t i = 0; i < vectors; i++) {            \
            v8 x = a[i * sa], y = b[i * sb];               \
            d[i] = (v8)(result);                           \
        }                                                  \
        break;

static void RUN(
    const lanes_instruction *code, int32_t count, float *memory, int32_t vectors,
    const lanes_picture *pictures, lanes_position at) {
    for (int32_t n = 0; n < count; n++) {
        const lanes_instruction *now = code + n;
        v8 *d = ROW(now->d);
        const v8 *a = ROW(now->a), *b = ROW(now->b), *c = ROW(now->c);
        int32_t sa = now->sa, sb = now->sb, sc = now->sc;
        switch (now->op) {
            BINARY(lanes_add, x + y)
            BINARY(lanes_sub, x - y)
            BINARY(lanes_mul, x * y)
            BINARY(lanes_div, x / y)
            BINARY(lanes_min, least(x, y))
            BINARY(lanes_max, most(x, y))
            case lanes_mad:
                for (int32_t i = 0; i < vectors; i++) d[i] = a[i * sa] * b[i * sb] + c[i * sc];
                break;
            UNARY(lanes_neg, (v8)((i8)x ^ isplat((int32_t)0x80000000)))
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
            BINARY(lanes_and, (i8)x & (i8)y)
            BINARY(lanes_or, (i8)x | (i8)y)
            BINARY(lanes_xor, (i8)x ^ (i8)y)
            UNARY(lanes_not, (v8)~(i8)x)
            case lanes_select:
                for (int32_t i = 0; i < vectors; i++)
                    d[i] = pick((i8)a[i * sa], b[i * sb], c[i * sc]);
                break;
            case lanes_fetch: {
                v8 *d1 = ROW(now->d1), *d2 = ROW(now->d2), *d3 = ROW(now->d3);
                for (int32_t i = 0; i < vectors; i++) {
                    texels t = look(pictures + now->sampler, a[i * sa], b[i * sb]);
                    d[i] = t.r; d1[i] = t.g; d2[i] = t.b; d3[i] = t.a;
                }
                break;
            }
            case lanes_fetch_straight: {
                const lanes_picture *picture = pictures + now->sampler;
                v8 *d1 = ROW(now->d1), *d2 = ROW(now->d2), *d3 = ROW(now->d3);
                const uint8_t *row =
                    picture->pixels + at.y * picture->bytes_per_row + (int64_t)at.x * 4;
                for (int32_t i = 0; i < vectors; i++) {
                    int32_t left = picture->width - at.x - i * 8;
                    i8 words = isplat(0);
                    if (left >= 8) __builtin_memcpy(&words, row + i * 32, 32);
                    else if (left > 0) __builtin_memcpy(&words, row + i * 32, (uint64_t)left * 4);
                    texels t = apart(words);
                    d[i] = t.r * splat(1 / 255.0f); d1[i] = t.g * splat(1 / 255.0f);
                    d2[i] = t.b * splat(1 / 255.0f); d3[i] = t.a * splat(1 / 255.0f);
                }
                break;
            }
        }
    }
}

INLINE i8 as_byte(v8 x) {
    // No number compares with anything: it becomes 0.
    v8 low = pick(x > splat(0), x, splat(0));
    return __builtin_convertvector(least(low, splat(1)) * splat(255) + splat(0.5f), i8);
}

static void STORE(
    const float *memory, const uint32_t places[4], const uint8_t strides[4], uint8_t *target,
    int32_t pixels) {
    const v8 *r = ROW(places[0]), *g = ROW(places[1]), *b = ROW(places[2]), *a = ROW(places[3]);
    for (int32_t i = 0; i * 8 < pixels; i++) {
        i8 words = as_byte(r[i * strides[0]]) | (as_byte(g[i * strides[1]]) << isplat(8))
            | (as_byte(b[i * strides[2]]) << isplat(16))
            | (as_byte(a[i * strides[3]]) << isplat(24));
        int32_t left = pixels - i * 8;
        __builtin_memcpy(target + i * 32, &words, left >= 8 ? 32 : (uint64_t)left * 4);
    }
}
