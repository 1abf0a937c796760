"""What the clothes hang on: neck and arms; and the two small things they share, a fold and a lift."""
from face import mirror
from ink import CX, at, curve, fill, flip, half, line
from palette import *

LIFT = -72


def fold(pts, w, paint, alpha=1):
    return line(pts, (1, w, w * 0.6, 1), paint, f'opacity="{alpha}"' if alpha != 1 else "")


def raised(body):
    """Neck and clothes are drawn at their own height; the shoulders sit this much closer to the chin."""
    return f'<g transform="translate(0 {LIFT})">{body}</g>'


NECK_R = half((118, 1040), (116, 1240), (118, 1310), (136, 1370), (196, 1420), (300, 1470))
NECK = curve(NECK_R, half((300, 1470), (200, 1640), (0, 1720), (-200, 1640), (-300, 1470)), flip(NECK_R)[::-1])


def neck():
    out = fill(NECK, "url(#neck-skin)")
    out += '<g clip-path="url(#in-neck)">'
    out += fill(curve(half((60, 1200), (84, 1300), (60, 1440)), half((60, 1440), (200, 1500), (200, 1200), (60, 1200))), "#F0BBAD", 'opacity="0.45" filter="url(#blur-18)"')
    out += "</g>"
    out += line(half((116, 1180), (116, 1240), (118, 1310), (136, 1370), (196, 1420), (300, 1470)), (3, 6, 5, 4), SKIN_LINE)
    out += line(flip(half((116, 1180), (116, 1240), (118, 1310), (136, 1370), (196, 1420), (300, 1470))), (3, 6, 5, 4), SKIN_LINE)
    # the muscles down to the collar bones
    out += line(half((76, 1340), (56, 1420), (24, 1478)), (0.5, 3.5, 1), "#C98078", 'opacity="0.8"')
    out += line(half((-70, 1350), (-52, 1424), (-22, 1478)), (0.5, 3.5, 1), "#C98078", 'opacity="0.8"')
    return out


def neck_shadow():
    d = curve(half((-160, 1000), (160, 1000)), half((160, 1000), (150, 1250)), half((150, 1250), (110, 1310), (50, 1352), (14, 1360), (-50, 1330), (-104, 1276), (-150, 1220)),
              half((-150, 1220), (-160, 1000)))
    return ('<g clip-path="url(#on-neck)">' + fill(d, "#DB8F8A", 'opacity="0.78"')
            + fill(curve(half((-140, 1080), (140, 1080), (130, 1210), (0, 1262), (-130, 1200), (-140, 1080))), "#B4666C", 'opacity="0.4" filter="url(#blur-18)"') + "</g>")


ARM_OUT = half((440, 1546), (510, 1576), (562, 1650), (590, 1790), (604, 2000), (618, 2200), (634, 2380), (646, 2530), (642, 2700), (624, 2900), (604, 3160))
ARM_IN = half((440, 3160), (436, 2960), (442, 2760), (448, 2580), (432, 2400), (414, 2200), (402, 2000), (396, 1820), (380, 1640), (400, 1540), (440, 1546))
ARM = curve(ARM_OUT, half((604, 3160), (440, 3160)), ARM_IN)


def arm(far):
    out = fill(ARM, "url(#sleeve)") + '<g clip-path="url(#in-arm)">'
    # the inner side turns away; an edge that follows the folds
    out += fill(curve(half((380, 1680), (450, 1790), (476, 1900), (470, 2000), (486, 2150), (484, 2290), (506, 2400), (500, 2470), (528, 2530), (506, 2600), (516, 2680), (496, 2800), (502, 2960), (488, 3160)),
                      half((488, 3160), (360, 3160), (360, 1680), (380, 1680))), CREAM_SHADE)
    out += fill(curve(half((390, 1760), (424, 1880), (430, 2060), (442, 2240), (456, 2400), (466, 2500), (440, 2560)), half((440, 2560), (370, 2560), (370, 1760), (390, 1760))),
                CREAM_DEEP, 'opacity="0.6"')
    # folds at the shoulder and the elbow
    for pts, w, paint in ((((470, 1850), (510, 1810), (540, 1750), (552, 1690)), 18, CREAM_SHADE), (((474, 1920), (520, 1890), (556, 1840)), 14, CREAM_SHADE),
                          (((600, 2150), (570, 2220), (520, 2260), (470, 2270)), 16, CREAM_SHADE), (((640, 2390), (606, 2440), (560, 2462), (500, 2460)), 20, CREAM_SHADE),
                          (((436, 2440), (500, 2500), (560, 2506), (612, 2480)), 24, CREAM_SHADE), (((440, 2550), (510, 2570), (580, 2556), (644, 2510)), 22, CREAM_DEEP),
                          (((444, 2600), (500, 2630), (560, 2632)), 18, CREAM_SHADE), (((646, 2590), (610, 2640), (560, 2660)), 18, CREAM_SHADE)):
        out += fold(half(*pts), w, paint, 0.9)
    if far:
        out += fill(ARM, "url(#far-arm)")
    # two navy bands on the upper arm
    for y, h in ((2030, 44), (2096, 16)):
        out += fill(curve(half((380, y + 8), (500, y + 34), (640, y)), half((640, y + h), (500, y + 34 + h), (380, y + 8 + h))), NAVY)
        out += fill(curve(half((380, y + 8), (430, y + 26), (476, y + 33)), half((480, y + 33 + h), (430, y + 26 + h), (380, y + 8 + h))), NAVY_SHADE)
    out += "</g>"
    out += line(ARM_OUT, (2, 6, 6, 6, 7, 7, 6, 6), CREAM_LINE)
    out += line(ARM_IN[:9], (6, 6, 6, 5, 2), CREAM_LINE)
    for pts, begin in ((((645, 2508), (612, 2540), (566, 2554)), 4.5), (((446, 2556), (490, 2568), (530, 2566)), 4.5), (((478, 1844), (510, 1806), (530, 1770)), 0.5), (((638, 2404), (614, 2434), (588, 2448)), 4.5)):
        out += line(half(*pts), (begin, 4, 0.5), CREAM_LINE)
    return out
