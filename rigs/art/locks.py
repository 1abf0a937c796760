"""Locks of hair: each is one closed shape between two edges, with its shadow side, highlight and lines."""
import math

from design import *
from ink import Lock, curve, fill, flip, half, line
from paint import clip, linear, radial

made = 0


def defs():
    """The paints of hair: the whole head in one light, so that locks belong together."""
    return [
        radial("hair", 820, 300, 1250, *zip((0, 0.22, 0.48, 0.72, 0.86, 1), HAIR_FALL)),
        linear("back", 0, 380, 0, 1540, *zip((0, 0.5, 0.78, 1), HAIR_BACK)),
        linear("back-in", 0, 700, 0, 1540, *zip((0, 0.6, 1), HAIR_HOLLOW)),
        linear("shade", 0, 300, 0, 1500, *zip((0, 0.6, 1), HAIR_DARK)),
        linear("ring", 0, 430, 0, 600, *zip((0, 0.5, 1), HAIR_RING)),
    ]


def lock(left, right, tip, shade=((0.97, 0.72, 0.62, 0.66), 0.1), ring=None, threads=(), start=0.2, paint="url(#hair)", width=6,
         dark="url(#shade)", glints=(), blunt=False):
    """One lock with its shadow side, highlight, inner lines and outline.

    blunt: the lock is cut straight, and its lower edge drawn. ring: (t0, t1, rays) of the highlight; threads: (us, t0, t1, width); start: where the outline begins (or a pair, left and right).
    """
    global made
    made += 1
    k = Lock(left, right, tip)
    name = f"lock-{made}"
    out = f'{clip(name, k.outline())}{fill(k.outline(), paint)}<g clip-path="url(#{name})">'
    if ring:
        out += shine(k, *ring)
    if shade:
        out += fill(k.side(*shade), dark, 'opacity="0.88"')
    for us, t0, t1 in glints:
        out += line(k.thread(us, t0, t1), (0.5, 5, 4, 0.5), HAIR_GLINT, 'opacity="0.55"')
    for us, t0, t1, w in threads:
        out += line(k.thread(us, t0, t1), (0.5, w, w, 0.5), HAIR_LINE, 'opacity="0.75"')
    out += "</g>"
    w = width
    begin = start if isinstance(start, tuple) else (start, start)
    out += line(k.thread([0, 0], begin[0], 1, 20), (0.6, w * 0.8, w, w * 0.8, 1.5), HAIR_LINE)
    out += line(k.thread([1, 1], begin[1], 1, 20), (0.6, w * 0.8, w, w * 0.8, 1.5), HAIR_LINE)
    if blunt:
        out += line([left[-1], ((left[-1][0] + right[-1][0]) / 2, (left[-1][1] + right[-1][1]) / 2 + 4), right[-1]], (2, w * 0.9, 2), HAIR_LINE)
    return out


def shine(k, t0, t1, rays):
    """The part of the highlight ring on a lock: a smooth band with pointed rays of different length below."""
    u0, u1 = 0.05, 0.95
    core = t0 + (t1 - t0) * 0.4
    edge = [k.point(u0 + (u1 - u0) * i / 6, t0 + 0.02 - 0.035 * math.sin(math.pi * i / 6)) for i in range(7)]
    runs, du = [edge], (u1 - u0) / rays
    for i in range(rays - 1, -1, -1):
        u = u0 + du * i
        arch = math.sin(math.pi * (i + 0.5) / rays)
        tip = core + (t1 - core) * (0.35 + 0.65 * arch) * (0.55, 1.0, 0.7, 0.9, 0.6)[(i * 2 + rays) % 5]
        valley, after = (core + 0.02 * math.sin(math.pi * (i + d) / rays) for d in (1, 0))
        point = k.point(u + du * 0.5, tip)
        runs += [[k.point(u + du, valley), k.point(u + du * 0.74, (valley * 0.7 + tip * 0.3)), point],
                 [point, k.point(u + du * 0.26, (after * 0.7 + tip * 0.3)), k.point(u, after)]]
    out = fill(curve(*runs), "url(#ring)")
    return f'<g opacity="0.9">{out}</g>'


CROWN = half((0, 262), (120, 275), (226, 318), (318, 402), (382, 510), (418, 626), (434, 730))


def cap(right=CROWN, temple=(330, 770)):
    """The hair on the crown, parted into strands at the whorl; under it the dark of the roots of the fringe.

    right: the outline from the crown down; temple: where its lower edge meets the face.
    """
    tx, ty = temple
    top = flip(right)[::-1] + right[1:]
    low = [right[-1]] + half((tx, ty), (292, 700), (250, 600), (160, 540), (0, 520), (-160, 540), (-250, 600), (-292, 700), (-tx, ty)) + flip([right[-1]])
    shape = curve(top, low)
    out = fill(shape, "url(#hair)")
    inner = half((tx, ty), (292, 700), (250, 600), (160, 540), (0, 520), (-160, 540), (-250, 600), (-292, 700), (-tx, ty))
    out += clip("in-cap", shape) + '<g clip-path="url(#in-cap)">'
    out += fill(curve(inner, half((-tx, ty), (-tx, 640), (-220, 500), (0, 470), (220, 500), (tx, 640), (tx, ty))), "url(#shade)")
    out += "</g>"
    out += line(top, (1, 5, 6, 6, 7, 6, 6, 5, 1), HAIR_LINE)
    # strands leaving the whorl
    for pts, w in (((-34, 292), (-130, 318), (-236, 396), (-300, 500)), 4), (((-40, 286), (-130, 298), (-210, 340)), 3), (((6, 288), (110, 306), (222, 384), (300, 500)), 4), \
            (((0, 284), (90, 288), (180, 322)), 3), (((-20, 292), (-74, 330), (-112, 380)), 3), (((0, 290), (40, 318), (76, 366)), 3):
        out += line(half(*pts), (0.5, w, w, 0.5), HAIR_LINE, 'opacity="0.7"')
    for pts in (((-110, 330), (-200, 402), (-262, 490)), ((90, 322), (182, 392), (250, 484)), ((-60, 306), (-140, 326), (-220, 384))):
        out += line(half(*pts), (0.5, 8, 6, 0.5), HAIR_GLINT, 'opacity="0.5"')
    return out


def turned(k, edges):
    """A lock of the picture's right side (k 1), or its mirror (k -1)."""
    left, right, tip = edges
    return (left, right, tip) if k > 0 else (flip(right), flip(left), flip([tip])[0])


def cast(shapes):
    """What hair leaves on the skin, inside the face; shapes are path data with a shift, as ("M...", 12, 30)."""
    body = "".join(f'<path d="{d}" transform="translate({x} {y})"/>' for d, x, y in shapes)
    return f'<g clip-path="url(#in-face)"><g opacity="0.62" fill="{SKIN_CAST}">{body}</g></g>'


def hung(period, damping=0.2, stiffness=0.5, **more):
    """The rig line of a lock that swings."""
    return {"hang": {"period": round(period, 2), "damping": damping, "stiffness": stiffness, **more}}
