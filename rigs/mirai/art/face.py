"""The face: skin, eyes, brows, nose, mouth. Measures follow a head of 820 px from chin to crown."""
import math

from ink import CX, at, curve, fill, flip, half, line, sample
from palette import *

EYE = (CX + 168, 822)      # middle of the eye on the picture's right; the other is its mirror
IRIS_SHIFT = 1             # outwards from the middle of the eye
MOUTH_AT = (CX, 1058)
mirror = 'transform="matrix(-1 0 0 1 2048 0)"'

JAW = half((322, 640), (323, 740), (315, 830), (299, 912), (268, 988), (212, 1062), (138, 1127), (70, 1167), (28, 1181), (0, 1184))
SKULL = half((0, 372), (130, 385), (240, 450), (300, 540), (322, 640))
FACE = curve(SKULL, JAW, flip(JAW)[::-1], flip(SKULL)[::-1])


def both(name, body, hidden=False):
    """The part on the picture's right (her left) and its mirror."""
    return [(f"{name}-l", body, hidden), (f"{name}-r", f"<g {mirror}>{body}</g>", hidden)]


def eye(*pts):
    return at(pts, *EYE)


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
        radial("skin", 985, 760, 520, (0, "#FFF1E7"), (0.55, SKIN), (0.86, "#FADCCD"), (1, "#F3C6B8")),
        linear("neck-skin", 0, 1150, 0, 1560, (0, "#F6CFC0"), (0.6, "#FBE0D2"), (1, SKIN)),
        linear("ear-skin", CX + 300, 0, CX + 372, 0, (0, "#F0BFB0"), (1, "#FCE2D4")),
        radial("blush-glow", CX + 206, 938, 104, (0, "#FF7E78", 0.5), (0.45, "#FF8A80", 0.27), (1, "#FF9A8C", 0), squash=0.52),
        linear("white", 0, ey - 80, 0, ey + 90, (0, "#DCDDEC"), (0.45, "#FAF9FC"), (1, "#FFFFFF")),
        linear("iris", 0, ey - 78, 0, ey + 90, (0, "#0C2C40"), (0.3, "#125B70"), (0.55, "#1E8F92"), (0.74, "#6DB694"),
               (0.88, "#F3BE5C"), (1, "#FFD98A")),
        radial("iris-glow", ex - 4, ey + 66, 62, (0, "#FFE9A8", 0.95), (0.5, "#FFC765", 0.55), (1, "#F6A94A", 0), squash=0.62),
        linear("pupil", 0, ey - 40, 0, ey + 42, (0, "#04101C"), (0.7, "#08293A"), (1, "#0F5563")),
        linear("lash", 0, ey - 92, 0, ey + 44, (0, LASH), (0.55, "#20192F"), (1, LASH_WARM)),
        linear("lash-edge", ex - 90, 0, ex + 110, 0, (0, "#8C4A55"), (0.5, "#4A3350", 0.6), (1, "#A1565A")),
        linear("lid", 0, ey - 92, 0, ey + 90, (0, "#FDE7DA"), (0.5, "#FEECE1"), (0.8, "#FDE3D6"), (1, "#FEEADF")),
        linear("brow", CX + 70, 0, CX + 280, 0, (0, "#101D30"), (0.7, "#15283C"), (1, "#1F3C50")),
        radial("throat", mx, my + 20, 90, (0, MOUTH_DEEP), (0.6, "#8A2C3A"), (1, MOUTH)),
        linear("nose-shade", CX, 940, CX + 10, 990, (0, "#E59E92", 0), (1, "#DB8A82", 0.8)),
        clip("in-face", FACE), clip("in-eye", OPENING), clip("in-lid", WIDE), clip("in-eye-l", OPENING), clip("in-eye-r", OPENING_R),
        soft("blur-3", 3), soft("blur-8", 8), soft("blur-18", 18),
    ]


def face():
    out = fill(FACE, "url(#skin)")
    # turn of the form: a soft warm edge on the shadow side and under the mouth
    out += '<g clip-path="url(#in-face)">'
    out += fill(curve(half((330, 700), (308, 840), (284, 930), (224, 1030), (136, 1110), (54, 1168), (20, 1190)),
                      half((20, 1190), (330, 1200), (360, 900), (330, 700))), "#EFAFA2", 'opacity="0.55" filter="url(#blur-18)"')
    out += fill(curve(half((-40, 1098), (0, 1104), (40, 1098)), half((40, 1098), (0, 1116), (-40, 1098))), "#EBA79B",
                'opacity="0.7" filter="url(#blur-3)"')
    out += "</g>"
    jaw = half((323, 720)) + JAW[2:]
    out += line(jaw + flip(jaw)[::-1][1:], (2, 4, 5, 6, 8, 6, 5, 4, 2), SKIN_LINE)
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
    rx, ry = 69, 85

    def ring(k, kx=None):
        kx = kx or k
        return (f'cx="{x}" cy="{y}" rx="{rx * kx:.1f}" ry="{ry * k:.1f}"')
    out = f'<g transform="translate({shift} 0)">' if shift else "<g>"
    out += f'<ellipse {ring(1)} fill="#0A2234"/>'
    out += f'<ellipse {ring(0.94, 0.925)} fill="url(#iris)"/>'
    # fine rays, light low in the eye
    for k in range(-6, 7):
        a = math.radians(90 + k * 15)
        r0, r1 = 0.5, 0.84 - 0.05 * (k % 2)
        p, q = [(x + rx * r * math.cos(a), y + ry * r * math.sin(a)) for r in (r0, r1)]
        out += line([p, ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2), q], (0.8, 4.2, 1), "#FFE7A6" if k % 2 else "#8FE0CF", 'opacity="0.38"')
    out += fill(curve(at([(-46, 42), (-26, 66), (0, 74), (26, 66), (46, 42)], x, y), at([(46, 42), (24, 54), (0, 58), (-24, 54), (-46, 42)], x, y)),
                "#FFDF8E", 'opacity="0.85"')
    out += f'<ellipse {ring(0.94, 0.925)} fill="url(#iris-glow)"/>'
    out += f'<ellipse cx="{x}" cy="{y - 2}" rx="25" ry="37" fill="url(#pupil)"/>'
    out += line(at([(-20, 24), (0, 38), (20, 24)], x, y), (1, 4, 1), "#49C7BE", 'opacity="0.7"')
    # the lid's shadow, crisp
    out += fill(curve(at([(-69, -2), (-62, -38), (-36, -74), (0, -86), (36, -74), (62, -38), (69, -2)], x, y),
                      at([(69, -2), (44, -24), (0, -33), (-44, -24), (-69, -2)], x, y)), "#061425", 'opacity="0.5"')
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
    out = fill(curve(top, eye((110, -40), (126, -44), (146, -64)), eye((146, -64), (136, -30), (112, -8)), eye((112, -8), (124, -10), (138, -22)),
                     eye((138, -22), (126, 6), (100, 20)), eye((100, 20), (104, 22), (110, 20)), eye((110, 20), (104, 32), (95, 36)),
                     eye((95, 36), (96, 6), (80, -26), (46, -50), (0, -55), (-42, -38), (-74, -4), (-92, 27), (-100, 34))), "url(#lash)")
    # lighter inner edge
    out += line(eye((-86, 16), (-72, -7), (-42, -37), (0, -54), (45, -49), (79, -25), (94, 8)), (1, 3, 4.5, 4.5, 4.5, 4, 1.5), "url(#lash-edge)")
    out += line(eye((-30, -76), (10, -84), (52, -79)), (0.5, 4, 0.5), "#4B5A86", 'opacity="0.6"')
    return out


def lash_lower():
    out = line(eye((95, 20), (87, 44), (66, 70), (28, 85), (-14, 86), (-50, 75)), (2, 6.5, 5.5, 4.5, 3.5, 0.5), LASH_WARM)
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


def brow():
    x, y = CX + 168, 702
    return fill(curve(at([(-95, -3), (-86, -10), (-54, -19), (-8, -26), (44, -22), (106, 10)], x, y),
                      at([(106, 10), (44, -8), (-6, -11), (-52, -4), (-88, 3), (-95, -3)], x, y)), "url(#brow)", 'opacity="0.9"')


def parts_before_hair(fringe_shadow):
    out = both("ear", ear())
    out += [("face", face(), False)]
    ticks = "".join(line(half((186 + k * 26, 928), (178 + k * 26, 948)), (1, 4, 1), "#F0746C", 'opacity="0.5"') for k in range(3))
    out += [("blush", f"{BLUSH}{ticks}<g {mirror}>{BLUSH}{ticks}</g>", False)]
    out += [("fringe-shadow", fringe_shadow, False), ("nose", nose(), False)]
    return out


def eyes():
    out = both("eye-white", eye_white())
    out += [(f"iris-{s}", iris(s), False) for s in "lr"]
    out += [(f"eye-highlight-{s}", highlight(s), False) for s in "lr"]
    out += both("lid-upper", lid_upper(), True)
    out += both("lash-lower", lash_lower()) + both("lash-upper", lash_upper()) + both("crease", crease())
    out += both("eye-closed", eye_closed(), True) + both("eye-smile", eye_smile(), True)
    return out
