"""Hands in seven shapes, drawn hanging from the wrist; the other hand is the mirror.

Fingers are drawn as soft tubes over a dark one that is a little wider, which leaves the line; the palm is laid over
their roots. The measures are those of a hand of 215 units; HAND makes it larger, HAND_BROAD squarer.
"""
import math

from body import LOWER_LOW
from design import *
from face import both
from ink import at, curve, fill, line, sample, taper
from section import Part, Section

EDGE = 5

SHAPES = {
    "relaxed": "a loose hand that hangs", "open": "fingers spread, the palm to the viewer", "fist": "closed",
    "point": "the index finger out", "peace": "index and middle finger up", "thumb": "the thumb up", "heart": "half a heart",
}


def put(pts):
    return at([(x * HAND * HAND_BROAD, y * HAND) for x, y in pts], *LOWER_LOW)


def finger(pts, w0, w1, nail=None, shade=True):
    """A finger along points: its dark outline, and what lies over that."""
    way = sample(put(pts), 12)
    k = HAND * HAND_BROAD
    tip = way[-1]

    def soft(grow):
        body = taper(way, [w0 * k + grow, (w0 * 0.6 + w1 * 0.4) * k * 1.02 + grow, (w0 * 0.3 + w1 * 0.7) * k + grow, w1 * k + grow])
        return body, w1 * k / 2 + grow / 2
    dark, dark_r = soft(2 * EDGE)
    light, light_r = soft(0)
    outline = fill(dark, SKIN_LINE) + f'<circle cx="{tip[0]:.1f}" cy="{tip[1]:.1f}" r="{dark_r:.1f}" fill="{SKIN_LINE}"/>'
    body = fill(light, SKIN) + f'<circle cx="{tip[0]:.1f}" cy="{tip[1]:.1f}" r="{light_r:.1f}" fill="{SKIN}"/>'
    if shade:
        side = [(x + w1 * k * 0.26, y) for x, y in way[3:]]
        body += line(side, (1, w1 * k * 0.34, w1 * k * 0.3), SKIN_SHADE, 'opacity="0.75"')
    if nail:
        (ax, ay), (bx, by) = way[-3], tip
        turn = math.degrees(math.atan2(by - ay, bx - ax)) - 90
        body += f'<ellipse cx="{tip[0]:.1f}" cy="{tip[1] - 2:.1f}" rx="{w1 * k * 0.27:.1f}" ry="{w1 * k * 0.42:.1f}" fill="{NAIL}" transform="rotate({turn:.0f} {tip[0]:.1f} {tip[1]:.1f})"/>'
    return outline, body


def palm(pts, shade=None):
    shape = put(pts)
    centre = put([(0, 55)])[0]
    out = fill(curve([(x + (EDGE if x > centre[0] else -EDGE), y + (EDGE if y > centre[1] else 0)) for x, y in shape]), SKIN_LINE)
    inner = fill(curve(shape), SKIN)
    if shade:
        inner += fill(curve(put(shade)), SKIN_SHADE, 'opacity="0.7"')
    return out, inner


WRIST_W = ARM[4] / (HAND * HAND_BROAD) - 3
BACK = [(-WRIST_W, -26), (-WRIST_W, 8), (-44, 44), (-46, 92), (-30, 116), (10, 120), (40, 112), (48, 84), (44, 40), (WRIST_W, 8), (WRIST_W, -26), (0, -34), (-WRIST_W, -26)]
SHADE = [(20, -20), (26, 20), (28, 66), (18, 112), (40, 112), (48, 84), (44, 40), (WRIST_W, 8), (WRIST_W, -24), (20, -20)]


def lay(*layers):
    """Outlines and bodies, back to front: each pair covers the one before."""
    return "".join(outline + body for outline, body in layers)


def crease(pts, w=3):
    return line(put(pts), (0.5, w, 0.5), SKIN_DEEP, 'opacity="0.85"')


def relaxed():
    fingers = [finger([(34, 96), (38, 140), (26, 182)], 25, 17), finger([(14, 104), (18, 156), (6, 204)], 26, 18),
               finger([(-8, 104), (-6, 158), (-14, 206)], 26, 18), finger([(-30, 98), (-34, 148), (-34, 190)], 25, 18)]
    thumb = finger([(-34, 30), (-60, 78), (-54, 128)], 30, 20, nail=True)
    return lay(*fingers, palm(BACK, SHADE), thumb) + crease([(10, 118), (12, 134)]) + crease([(-10, 120), (-10, 136)])


def spread():
    fingers = [finger([(-34, 92), (-62, 132), (-82, 166)], 24, 16), finger([(-14, 104), (-28, 160), (-38, 206)], 26, 17),
               finger([(8, 106), (8, 166), (8, 218)], 26, 18), finger([(30, 98), (42, 152), (52, 196)], 25, 17)]
    thumb = finger([(36, 34), (74, 68), (96, 108)], 32, 21)
    palm_lines = crease([(-34, 82), (-6, 74), (22, 62)], 3.5) + crease([(30, 92), (8, 80), (-10, 50)], 3.5) + crease([(14, 36), (22, 62), (38, 74)], 3)
    return lay(*fingers, thumb, palm(BACK, [(-46, 60), (-30, 30), (-10, 10), (-WRIST_W, -20), (-WRIST_W, 8), (-44, 44), (-46, 60)])) + palm_lines


def fist():
    knuckles = [(-WRIST_W, -26), (-WRIST_W, 8), (-50, 40), (-54, 88), (-42, 112), (0, 120), (40, 110), (52, 82), (46, 38), (WRIST_W, 8), (WRIST_W, -26), (0, -34), (-WRIST_W, -26)]
    folded = [finger([(30, 70), (34, 108), (14, 122)], 27, 22), finger([(10, 76), (12, 118), (-6, 128)], 27, 22),
              finger([(-14, 76), (-12, 118), (-28, 124)], 27, 22), finger([(-36, 70), (-36, 106), (-46, 108)], 26, 20)]
    thumb = finger([(-44, 40), (-58, 84), (-18, 104)], 30, 22, nail=True)
    return lay(palm(knuckles, SHADE), *folded, thumb)


def point():
    index = finger([(-30, 92), (-34, 156), (-34, 216)], 27, 18, nail=True)
    folded = [finger([(34, 84), (38, 118), (18, 124)], 26, 21), finger([(12, 90), (16, 128), (-2, 130)], 27, 22), finger([(-8, 90), (-6, 126), (-18, 128)], 27, 22)]
    thumb = finger([(-40, 38), (-54, 84), (-14, 108)], 30, 21)
    return lay(index, palm(BACK, SHADE), *folded, thumb)


def peace():
    up = [finger([(-14, 100), (-32, 160), (-44, 214)], 26, 17), finger([(14, 104), (26, 162), (36, 216)], 26, 17)]
    folded = [finger([(-36, 78), (-42, 104), (-24, 108)], 25, 20), finger([(-20, 86), (-20, 112), (-4, 112)], 25, 20)]
    thumb = finger([(40, 40), (44, 84), (-2, 100)], 30, 21, nail=True)
    return lay(*up, palm(BACK, [(-46, 60), (-30, 30), (-10, 10), (-WRIST_W, -20), (-WRIST_W, 8), (-44, 44), (-46, 60)]), *folded, thumb)


def thumb_up():
    knuckles = [(-WRIST_W, -26), (-WRIST_W, 8), (-48, 38), (-50, 96), (-32, 118), (10, 122), (42, 112), (50, 84), (46, 38), (WRIST_W, 8), (WRIST_W, -26), (0, -34), (-WRIST_W, -26)]
    folded = [finger([(-40, 84), (-8, 92), (2, 84)], 27, 23), finger([(-42, 104), (-6, 114), (6, 106)], 26, 22)]
    folded = [finger([(46, 44), (10, 40), (-8, 46)], 26, 22), finger([(48, 68), (8, 64), (-12, 70)], 27, 22),
              finger([(46, 92), (8, 90), (-12, 94)], 26, 22), finger([(36, 112), (6, 112), (-10, 112)], 24, 20)]
    thumb = finger([(-32, 46), (-66, 40), (-118, 38)], 32, 21, nail=True)
    return lay(thumb, palm(knuckles, SHADE), *folded)


def heart():
    # Curved fingers make the lobe, the thumb the point; the mirror completes it.
    fingers = [finger([(34, 88), (30, 150), (-10, 176), (-46, 150)], 25, 17), finger([(16, 96), (14, 160), (-24, 184), (-56, 158)], 25, 17)]
    index = finger([(-10, 92), (-8, 148), (-40, 168), (-68, 140)], 26, 17)
    thumb = finger([(-36, 36), (-62, 62), (-82, 104)], 30, 19)
    return lay(*fingers, index, palm(BACK, SHADE), thumb)


DRAWINGS = {"relaxed": relaxed, "open": spread, "fist": fist, "point": point, "peace": peace, "thumb": thumb_up, "heart": heart}


def section():
    """A part for each shape of each hand; the strongest wish shows, and none leaves the hand relaxed."""
    parts, drivers, bindings = [], {}, ["hands: which shape shows"]
    for shape, draw in DRAWINGS.items():
        for name, svg in both(f"hand-{shape}", draw()).items():
            s = name[-1]
            parts.append(Part(name, 190, svg, group=f"hand-{s}"))
            side = "Left" if s == "l" else "Right"
            if shape != "relaxed":
                bindings.append({"on": name, "by": f"hand{shape.capitalize()}{side} 0.45 0.55", "opacity": [0, 1]})
    wishes = [shape.capitalize() for shape in DRAWINGS if shape != "relaxed"]
    for s, side in (("l", "Left"), ("r", "Right")):
        drivers[f"hand-shaped-{s}"] = " + ".join(f"hand{wish}{side}" for wish in wishes)
        bindings.append({"on": f"hand-relaxed-{s}", "by": f"hand-shaped-{s} 0.45 0.55", "opacity": [1, 0]})
    return Section(parts=parts, drivers=drivers, bindings=bindings)
