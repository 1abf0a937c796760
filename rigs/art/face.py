"""The face: skin, ears, eyes, brows, nose. Measures follow a head of 820 px from chin to crown.

Colours and measures come from the design of the character that is being drawn.
"""
import math

from design import *
from ink import CX, at, curve, fill, flip, half, line
from paint import clip, linear, radial, soft

EYE = (CX + 168, 822)      # middle of the eye on the picture's right; the other is its mirror
IRIS_SHIFT = 1             # outwards from the middle of the eye
MOUTH_AT = (CX, 1058)
mirror = 'transform="matrix(-1 0 0 1 2048 0)"'



def jaw(x, y):
    """A point of the common jaw, made narrower or wider the nearer it is to the chin."""
    low = min(max((y - 800) / 384, 0), 1)
    return x * (JAW_WIDE + (CHIN - JAW_WIDE) * low), y


JAW = half(*(jaw(*p) for p in ((322, 640), (323, 740), (316, 830), (301, 912), (270, 988), (212, 1062), (136, 1127), (68, 1167), (28, 1181), (0, 1184))))
SKULL = half((0, 372), (130, 385), (240, 450), (300, 540), jaw(322, 640))
FACE = curve(SKULL, JAW, flip(JAW)[::-1], flip(SKULL)[::-1])


def both(name, body):
    """The part on the picture's right (her left) and its mirror."""
    return {f"{name}-l": body, f"{name}-r": f"<g {mirror}>{body}</g>"}


def eye(*pts):
    """Points of the eye on the picture's right, seen from its middle, in the character's own proportions."""
    turn = math.radians(EYE_TILT)
    wide = [(x * EYE_WIDE, y * EYE_TALL) for x, y in pts]
    return at([(x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)) for x, y in wide], *EYE)


UPPER = eye((-86, 30), (-74, -10), (-44, -52), (0, -74), (44, -70), (78, -44), (95, -8))
LOWER = eye((95, -8), (90, 36), (66, 68), (28, 84), (-14, 84), (-58, 66), (-86, 30))
OPENING = curve(UPPER, LOWER)
BLUSH = f'<ellipse cx="{CX + 206}" cy="938" rx="104" ry="54" fill="url(#blush-glow)"/>'
OPENING_R = curve(flip(UPPER), flip(LOWER))
WIDE = curve(eye((-94, 36), (-82, -12), (-50, -60), (0, -84), (48, -80), (86, -52), (103, -8)),
             eye((103, -8), (98, 40), (72, 76), (30, 92), (-16, 92), (-62, 74), (-94, 36)))


def defs():
    ex, ey = EYE
    mx, my = MOUTH_AT
    return [
        radial("skin", 985, 760, 520, (0, SKIN_LIGHT), (0.55, SKIN), (0.86, SKIN_WARM), (1, SKIN_SHADE)),
        linear("neck-skin", 0, 1150, 0, 1560, (0, SKIN_SHADE), (0.6, SKIN_WARM), (1, SKIN)),
        linear("ear-skin", CX + 300, 0, CX + 372, 0, (0, SKIN_SHADE), (1, SKIN)),
        radial("blush-glow", CX + 206, 938, 104, (0, "#FF7E78", 0.5), (0.45, "#FF8A80", 0.27), (1, "#FF9A8C", 0), squash=0.52),
        linear("white", 0, ey - 80 * EYE_TALL, 0, ey + 90 * EYE_TALL, (0, "#DCDDEC"), (0.45, "#FAF9FC"), (1, "#FFFFFF")),
        linear("iris", 0, ey - 78 * EYE_TALL, 0, ey + 90 * EYE_TALL, *zip((0, 0.3, 0.55, 0.74, 0.88, 1), IRIS[1:])),
        radial("iris-glow", ex - 4, ey + 66 * EYE_TALL, 66, *((at, paint, alpha) for at, paint, alpha in zip((0, 0.5, 1), IRIS_GLOW, (0.95, 0.55, 0))), squash=0.7),
        linear("pupil", 0, ey - 40, 0, ey + 42, *zip((0, 0.7, 1), PUPIL[:3])),
        linear("lash", 0, ey - 92 * EYE_TALL, 0, ey + 44, (0, LASH), (0.55, "#20192F"), (1, LASH_WARM)),
        linear("lash-edge", ex - 90, 0, ex + 110, 0, (0, "#8C4A55"), (0.5, "#4A3350", 0.6), (1, "#A1565A")),
        linear("lid", 0, ey - 92, 0, ey + 90, (0, SKIN), (0.5, SKIN_LIGHT), (0.8, SKIN), (1, SKIN_LIGHT)),
        linear("brow", CX + 70, 0, CX + 280, 0, (0, LASH), (0.7, BROW), (1, BROW_TIP)),
        radial("throat", mx, my + 20, 90, (0, MOUTH_DEEP), (0.6, "#8A2C3A"), (1, MOUTH)),
        linear("nose-shade", CX, 940, CX + 10, 990, (0, "#E59E92", 0), (1, "#DB8A82", 0.8)),
        clip("in-face", FACE), clip("in-eye", OPENING), clip("in-lid", WIDE), clip("in-eye-l", OPENING), clip("in-eye-r", OPENING_R),
        soft("blur-3", 3), soft("blur-8", 8), soft("blur-18", 18),
    ]


def skin():
    out = fill(FACE, "url(#skin)")
    # turn of the form: a soft warm edge on the shadow side and under the mouth
    out += '<g clip-path="url(#in-face)">'
    out += fill(curve(half((330, 700), (308, 840), (284, 930), (224, 1030), (136, 1110), (54, 1168), (20, 1190)),
                      half((20, 1190), (330, 1200), (360, 900), (330, 700))), "#EFAFA2", 'opacity="0.55" filter="url(#blur-18)"')
    out += fill(curve(half((-40, 1098), (0, 1104), (40, 1098)), half((40, 1098), (0, 1116), (-40, 1098))), "#EBA79B",
                'opacity="0.7" filter="url(#blur-3)"')
    out += "</g>"
    edge = [(JAW[1][0], 720)] + JAW[2:]
    out += line(edge + flip(edge)[::-1][1:], (2, 4, 5, 6, 8, 6, 5, 4, 2), SKIN_LINE)
    return out


def ear():
    shape = curve(half((300, 760), (336, 738), (366, 752), (372, 800), (356, 870), (332, 936), (304, 960)), half((304, 960), (292, 860), (300, 760)))
    out = fill(shape, "url(#ear-skin)")
    out += fill(curve(half((318, 790), (344, 776), (352, 806), (338, 866), (318, 910)), half((318, 910), (326, 850), (318, 790))), SKIN_SHADE)
    out += line(half((302, 762), (336, 738), (366, 752), (372, 800), (356, 870), (332, 936), (306, 960)), (2, 5, 5, 2), SKIN_LINE)
    out += line(half((322, 800), (342, 784), (350, 810), (336, 862)), (1, 3, 1), SKIN_LINE)
    return out


def nose():
    x, y = MOUTH_AT[0], 984
    out = fill(curve(at([(2, -34), (12, -12), (15, 1), (6, 7), (-6, 5)], x, y), at([(-6, 5), (5, -4), (2, -34)], x, y)), "url(#nose-shade)")
    out += line(at([(-9, 4), (0, 8), (9, 4)], x, y), (1, 4.5, 1), "#A25B56")
    out += fill(curve(at([(-7, -22), (-2, -25), (-2, -10), (-7, -8), (-7, -22)], x, y)), "#FFFFFF", 'opacity="0.85"')
    return out


def iris(side):
    """The iris is lit from above left in both eyes, so it is moved to the other eye and not mirrored."""
    ex, ey = EYE
    c = (ex + IRIS_SHIFT, ey + 4)
    if side == "r":
        c = (2 * CX - ex - IRIS_SHIFT, ey + 4)
    shift = c[0] - (ex + IRIS_SHIFT)
    x, y = ex + IRIS_SHIFT, ey + 4
    rx, ry = 69 * IRIS_WIDE, 85 * EYE_TALL

    def put(pts):
        return at([(px * rx / 69, py * ry / 85) for px, py in pts], x, y)

    def ring(k, kx=None):
        kx = kx or k
        return (f'cx="{x}" cy="{y}" rx="{rx * kx:.1f}" ry="{ry * k:.1f}"')
    out = f'<g transform="translate({shift} 0)">' if shift else "<g>"
    out += f'<ellipse {ring(1)} fill="{IRIS[0]}"/>'
    out += f'<ellipse {ring(0.94, 0.925)} fill="url(#iris)"/>'
    # fine rays, light low in the eye
    for k in range(-6, 7):
        a = math.radians(90 + k * 15)
        r0, r1 = 0.5, 0.84 - 0.05 * (k % 2)
        p, q = [(x + rx * r * math.cos(a), y + ry * r * math.sin(a)) for r in (r0, r1)]
        out += line([p, ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2), q], (0.8, 4.2, 1), IRIS_RAYS[k % 2], 'opacity="0.38"')
    out += fill(curve(put([(-46, 42), (-26, 66), (0, 74), (26, 66), (46, 42)]), put([(46, 42), (24, 54), (0, 58), (-24, 54), (-46, 42)])),
                IRIS_GLOW[0], 'opacity="0.85"')
    out += f'<ellipse {ring(0.94, 0.925)} fill="url(#iris-glow)"/>'
    out += f'<ellipse cx="{x}" cy="{y - 2}" rx="{25 * rx / 69:.1f}" ry="{37 * ry / 85:.1f}" fill="url(#pupil)"/>'
    out += line(put([(-20, 24), (0, 38), (20, 24)]), (1, 4, 1), PUPIL[3], 'opacity="0.7"')
    # the lid's shadow, crisp
    out += fill(curve(put([(-69, -2), (-62, -38), (-36, -74), (0, -86), (36, -74), (62, -38), (69, -2)]),
                      put([(69, -2), (44, -24), (0, -33), (-44, -24), (-69, -2)])), PUPIL[0], 'opacity="0.5"')
    return out + "</g>"


def highlight(side):
    ex, ey = EYE
    x = ex + IRIS_SHIFT if side == "l" else 2 * CX - ex - IRIS_SHIFT
    y = ey + 4
    out = f'<ellipse cx="{x - 25}" cy="{y - 34}" rx="19" ry="25" fill="#FFFFFF" transform="rotate(18 {x - 25} {y - 34})"/>'
    out += f'<ellipse cx="{x + 27}" cy="{y + 32}" rx="9.5" ry="12" fill="#FFFFFF" opacity="0.95" transform="rotate(20 {x + 27} {y + 32})"/>'
    out += f'<circle cx="{x - 36}" cy="{y + 6}" r="5" fill="#E8FFFB" opacity="0.9"/>'
    out += fill(curve(at([(10, -62), (34, -52), (48, -30)], x, y), at([(48, -30), (30, -44), (10, -62)], x, y)), "#9FE6EE", 'opacity="0.55"')
    return out


def eye_white():
    out = fill(OPENING, "url(#white)")
    out += '<g clip-path="url(#in-eye)">'
    out += fill(curve(eye((-100, 44), (-72, 6), (-34, -24), (10, -34), (56, -22), (100, 24)), eye((100, 24), (110, -110), (-110, -110), (-100, 44))),
                "#A9AECF", 'opacity="0.85"')
    out += fill(curve(eye((-90, 28), (-78, 24), (-72, 40), (-76, 54), (-90, 28))), "#F2A79E", 'opacity="0.5"')
    return out + "</g>"


def lash_upper():
    top = eye((-100, 34), (-88, -10), (-58, -58), (-8, -86), (46, -85), (88, -62), (110, -40))
    # Two spikes at the outer end, or one short one.
    spikes = (eye((110, -40), (126, -44), (146, -64)), eye((146, -64), (136, -30), (112, -8)), eye((112, -8), (124, -10), (138, -22)),
              eye((138, -22), (126, 6), (100, 20)), eye((100, 20), (104, 22), (110, 20)), eye((110, 20), (104, 32), (95, 36)))
    if not LASHES_LONG:
        spikes = (eye((110, -40), (122, -34), (130, -36)), eye((130, -36), (118, -4), (100, 22)), eye((100, 22), (95, 36)))
    out = fill(curve(top, *spikes, eye((95, 36), (96, 6), (80, -26), (46, -50), (0, -55), (-42, -38), (-74, -4), (-92, 27), (-100, 34))), "url(#lash)")
    # lighter inner edge
    out += line(eye((-86, 16), (-72, -7), (-42, -37), (0, -54), (45, -49), (79, -25), (94, 8)), (1, 3, 4.5, 4.5, 4.5, 4, 1.5), "url(#lash-edge)")
    out += line(eye((-30, -76), (10, -84), (52, -79)), (0.5, 4, 0.5), "#4B5A86", 'opacity="0.6"')
    return out


def lash_lower():
    out = line(eye((95, 20), (87, 44), (66, 70), (28, 85), (-14, 86), (-50, 75)), (2, 6.5, 5.5, 4.5, 3.5, 0.5), LASH_WARM)
    if LASHES_LONG:
        out += fill(curve(eye((84, 48), (92, 58), (104, 62)), eye((104, 62), (88, 68), (74, 62))), LASH_WARM)
        out += fill(curve(eye((62, 74), (68, 84), (78, 92)), eye((78, 92), (62, 88), (50, 80))), LASH_WARM)
    out += line(eye((-96, 32), (-84, 42), (-66, 62), (-44, 74)), (3, 3.5, 2.5, 0.5), LASH_WARM, 'opacity="0.75"')
    return out


def crease():
    return line(eye((-62, -84), (-34, -106), (4, -120), (48, -118), (84, -98)), (1, 4, 4.5, 4, 1), "#A8655F")


def lid_upper():
    out = fill(WIDE, "url(#lid)", 'filter="url(#blur-3)"')
    out += fill(curve(eye((-86, 34), (-40, 22), (10, 20), (60, 22), (100, 16)), eye((100, 16), (60, 52), (4, 66), (-50, 58), (-86, 34))), "#EDB0A2",
                'opacity="0.24" filter="url(#blur-8)"')
    # the lid lies over the cheek's glow, so it carries its share of it
    return out + f'<g clip-path="url(#in-lid)">{BLUSH}</g>'


def eye_closed():
    low = eye((-98, 26), (-58, 54), (-6, 66), (48, 60), (92, 36), (118, 8))
    out = fill(curve(low, eye((118, 8), (122, 22), (114, 36)), eye((114, 36), (124, 36), (134, 30)), eye((134, 30), (122, 50), (100, 52)),
                     eye((100, 52), (108, 60), (118, 62)), eye((118, 62), (96, 72), (76, 66)),
                     eye((76, 66), (40, 80), (-8, 82), (-56, 68), (-98, 26))), "url(#lash)")
    out += fill(curve(eye((36, 76), (44, 88), (56, 94)), eye((56, 94), (34, 92), (18, 80))), LASH_WARM)
    out += line(eye((-66, -4), (-20, 14), (40, 12), (84, -8)), (1, 3.5, 3.5, 1), "#A8655F")
    return out


def eye_smile():
    out = fill(curve(eye((-98, 64), (-72, 22), (-30, -6), (14, -12), (62, 6), (98, 42), (112, 62)), eye((112, 62), (124, 60), (134, 50)),
                     eye((134, 50), (126, 76), (104, 78)), eye((104, 78), (110, 88), (118, 92)), eye((118, 92), (98, 92), (86, 70)),
                     eye((86, 70), (52, 24), (12, 8), (-30, 12), (-66, 34), (-98, 64))), "url(#lash)")
    out += line(eye((-58, -34), (-16, -52), (32, -52), (74, -30)), (1, 4, 4, 1), "#A8655F")
    return out


def brow_line(x, y, edge):
    """The upper (1) or lower (-1) edge, from the nose outwards: it swells towards its first third and ends in a point."""
    turn = math.radians(BROW_TILT)
    middle = ((-95, -2), (-84, -5), (-53, -12), (-7, -18), (44, -14), (106, 10))
    points = [(px, py - edge * w * BROW_WEIGHT) for (px, py), w in zip(middle, (0, 6, 8, 7.5, 6.5, 0))]
    return at([(px * math.cos(turn) + py * math.sin(turn), py * math.cos(turn) - px * math.sin(turn)) for px, py in points], x, y)


def brow():
    x, y = CX + 168, 824 - 120 * (0.4 + 0.6 * EYE_TALL)
    return fill(curve(brow_line(x, y, 1), brow_line(x, y, -1)[::-1]), "url(#brow)", 'opacity="0.9"')


def blush():
    ticks = "".join(line(half((186 + k * 26, 928), (178 + k * 26, 948)), (1, 4, 1), "#F0746C", 'opacity="0.5"') for k in range(3))
    return f"{BLUSH}{ticks}<g {mirror}>{BLUSH}{ticks}</g>"


def centre(side):
    """Where the iris of an eye is."""
    x = EYE[0] + IRIS_SHIFT
    return (x if side == "l" else 2 * CX - x), EYE[1] + 4


def star_pupil(side):
    x, y = centre(side)
    points = [(x + r * math.sin(math.radians(36 * k)), y + 4 - r * math.cos(math.radians(36 * k))) for k, r in enumerate([52, 23] * 5)]
    d = "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in points) + "Z"
    return f'<path d="{d}" fill="#FFE680" stroke="#FFB43C" stroke-width="7" stroke-linejoin="round"/><path d="{d}" fill="#FFF6C8" transform="translate({x * 0.5:.1f} {(y + 4) * 0.5:.1f}) scale(0.5)"/>'


def heart_pupil(side):
    x, y = centre(side)
    d = curve(at([(0, 52), (-46, 8), (-52, -22), (-32, -44), (-8, -38), (0, -20)], x, y), at([(0, -20), (8, -38), (32, -44), (52, -22), (46, 8), (0, 52)], x, y))
    return fill(d, "#FF5C8A") + line(at([(-36, -18), (-30, -32), (-18, -32)], x, y), (3, 9, 3), "#FFD2E0")


def spiral_pupil(side):
    x, y = centre(side)
    turns = [(x + (6 + 2.1 * k) * math.cos(k * 0.55), y + (6 + 2.1 * k) * 1.1 * math.sin(k * 0.55)) for k in range(27)]
    return f'<ellipse cx="{x}" cy="{y}" rx="{66 * IRIS_WIDE:.1f}" ry="{82 * EYE_TALL:.1f}" fill="#F3F3FA"/>' + line(turns, (5, 8, 8, 8, 7, 5), LASH)
