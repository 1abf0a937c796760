"""Neck, arms and clothes: a navy dress with a cream collar and an orange ribbon under an open cream jacket."""
from ink import CX, at, curve, fill, flip, half, line
from palette import *
from face import mirror


LIFT = -72
SHADE_78 = 'opacity="0.78"'


def defs():
    return [
        linear("navy", CX - 380, 1500, CX + 380, 2400, (0, "#3B4880"), (0.5, NAVY), (1, "#283060")),
        linear("cream", CX - 600, 1450, CX + 600, 2600, (0, "#FFF9EF"), (0.5, CREAM), (1, "#F3E3D9")),
        linear("sleeve", CX + 430, 0, CX + 640, 0, (0, "#F0DFD8"), (0.45, CREAM), (1, "#FFF8EE")),
        linear("ribbon", 0, 1490, 0, 1790, (0, "#FFA05A"), (0.5, ORANGE), (1, "#F4743A")),
        linear("collar-paint", 0, 1380, 0, 1660, (0, "#FFFFFF"), (1, "#F6EBE4")),
        clip("in-neck", NECK), f'<clipPath id="on-neck"><path transform="translate(0 {LIFT})" d="{NECK}"/></clipPath>', clip("in-dress", DRESS), clip("in-jacket", JACKET), clip("in-arm", ARM),
    ]


def fold(pts, w, paint, alpha=1):
    return line(pts, (1, w, w * 0.6, 1), paint, f'opacity="{alpha}"' if alpha != 1 else "")


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
    return (f'<g clip-path="url(#on-neck)">{fill(d, "#DB8F8A", SHADE_78)}'
            + fill(curve(half((-140, 1080), (140, 1080), (130, 1210), (0, 1262), (-130, 1200), (-140, 1080))), "#B4666C", 'opacity="0.4" filter="url(#blur-18)"') + "</g>")


DRESS_R = half((150, 1420), (300, 1480), (430, 1540), (440, 1660), (400, 1820), (408, 1940), (414, 2040), (396, 2160), (346, 2320), (310, 2480), (318, 2600), (366, 2780), (420, 2960), (440, 3160))
DRESS = curve(half((0, 1560), (70, 1530), (150, 1420)), DRESS_R, half((440, 3160), (-440, 3160)), flip(DRESS_R)[::-1], flip(half((0, 1560), (70, 1530), (150, 1420)))[::-1])


def dress():
    out = fill(DRESS, "url(#navy)") + '<g clip-path="url(#in-dress)">'
    # under the bust, in the waist, beside the jacket
    out += fill(curve(half((-300, 2060), (-210, 2130), (-100, 2120), (-20, 2060), (40, 2076), (110, 2140), (220, 2146), (320, 2060)),
                      half((320, 2060), (330, 2200), (180, 2210), (60, 2170), (0, 2150), (-80, 2180), (-190, 2190), (-300, 2160), (-300, 2060))), NAVY_SHADE, 'opacity="0.75"')
    out += fill(curve(half((120, 1560), (190, 1800), (214, 2060), (190, 2300), (200, 2470)), half((200, 2470), (460, 2480), (480, 1560), (120, 1560))), NAVY_SHADE, 'opacity="0.7"')
    out += fill(curve(half((-220, 1800), (-246, 2060), (-214, 2300), (-210, 2470)), half((-210, 2470), (-460, 2480), (-460, 1560), (-220, 1800))), NAVY_SHADE, 'opacity="0.55"')
    out += f'<ellipse cx="{CX - 110}" cy="1930" rx="70" ry="110" fill="{NAVY_LIGHT}" opacity="0.35" filter="url(#blur-18)"/>'
    out += f'<ellipse cx="{CX + 110}" cy="1930" rx="56" ry="100" fill="{NAVY_LIGHT}" opacity="0.25" filter="url(#blur-18)"/>'
    # princess seams and buttons
    for k in (1, -1):
        seam = half((104, 1640), (128, 1850), (140, 2040), (120, 2240), (100, 2470))
        out += line(seam if k > 0 else flip(seam), (1, 4, 4, 1.5), NAVY_LINE)
    out += line(half((0, 1700), (3, 2000), (0, 2240), (0, 2480)), (1, 4, 4, 2), NAVY_LINE)
    for y in (1860, 2010, 2160, 2310):
        out += f'<circle cx="{CX + 22}" cy="{y + 4}" r="15" fill="{NAVY_LINE}"/><circle cx="{CX + 21}" cy="{y}" r="14" fill="#F5C98E"/>'
        out += f'<path d="{curve(at([(-8, -4), (-2, -9), (6, -8)], CX + 21, y), at([(6, -8), (-2, -5), (-8, -4)], CX + 21, y))}" fill="#FFF6E2"/>'
    for pts, w in ((((-250, 2380), (-160, 2410), (-90, 2470)), 12), (((240, 2360), (170, 2400), (100, 2450)), 12), (((-30, 2260), (-60, 2300), (-110, 2310)), 10)):
        out += fold(half(*pts), w, NAVY_SHADE, 0.9)
    # the belt and the pleats below it
    belt = curve(half((-330, 2478), (0, 2496), (330, 2478)), half((330, 2478), (334, 2546)), half((334, 2546), (0, 2566), (-334, 2546)), half((-334, 2546), (-330, 2478)))
    for x0, x1 in ((-270, -380), (-180, -250), (-84, -116), (30, 44), (130, 182), (226, 316)):
        out += fill(curve(half((x0, 2556), (x1 - 10, 2800), (x1 * 1.08, 3160)), half((x1 * 1.08 + 46, 3160), (x1 + 22, 2800), (x0, 2556))), NAVY_SHADE, 'opacity="0.8"')
        out += line(half((x0, 2556), (x1 - 10, 2800), (x1 * 1.08, 3160)), (1, 5, 5), NAVY_LINE)
    out += fill(belt, "url(#ribbon)") + line(half((-330, 2478), (0, 2496), (330, 2478)), (4, 5, 4), ORANGE_LINE) + line(half((-334, 2546), (0, 2566), (334, 2546)), (4, 6, 4), ORANGE_LINE)
    out += fill(curve(half((60, 2494), (330, 2478), (334, 2546), (100, 2562), (60, 2494))), ORANGE_SHADE, 'opacity="0.6"')
    out += f'<rect x="{CX - 46}" y="2474" width="92" height="104" rx="14" fill="#F5C98E"/><rect x="{CX - 30}" y="2492" width="60" height="68" rx="6" fill="{ORANGE_SHADE}"/>'
    out += "</g>"
    out += line(DRESS_R, (2, 5, 5, 6, 6, 6, 6), NAVY_LINE) + line(flip(DRESS_R), (2, 5, 5, 6, 6, 6, 6), NAVY_LINE)
    return out


FRONT = half((150, 1414), (176, 1560), (206, 1760), (236, 1960), (238, 2180), (222, 2420), (238, 2640), (262, 2740))
OUTER = half((262, 2740), (340, 2752), (412, 2720), (388, 2600), (352, 2470), (366, 2320), (414, 2160), (432, 2030), (420, 1920), (416, 1830), (456, 1680), (452, 1550), (300, 1474), (196, 1416), (150, 1414))
JACKET = curve(FRONT, half((262, 2740), (340, 2752), (412, 2720)), half((412, 2720), (384, 2600), (352, 2470), (366, 2320), (414, 2160), (432, 2030), (420, 1920), (420, 1830)),
               half((420, 1830), (452, 1740), (470, 1650), (458, 1556)), half((458, 1556), (380, 1508), (300, 1474), (210, 1426), (150, 1404)))


def jacket_half(right):
    out = fill(JACKET, "url(#cream)") + '<g clip-path="url(#in-jacket)">'
    inner = half((420, 1830), (380, 1960), (392, 2060), (330, 2240), (308, 2440), (330, 2600), (350, 2760))
    out += fill(curve(inner, half((350, 2760), (480, 2760), (480, 1830), (420, 1830))), CREAM_SHADE)
    # folds from the armpit and at the waist
    out += fold(half((424, 1846), (360, 1880), (290, 1890)), 26, CREAM_SHADE)
    out += fold(half((420, 1860), (372, 1930), (310, 1980)), 22, CREAM_SHADE)
    out += fold(half((360, 2440), (310, 2430), (256, 2390)), 24, CREAM_SHADE)
    out += fold(half((356, 2480), (310, 2490), (250, 2470)), 20, CREAM_SHADE)
    out += fold(half((380, 2350), (330, 2370), (290, 2360)), 14, CREAM_DEEP, 0.8)
    # under the bust
    out += fill(curve(half((228, 2090), (290, 2110), (350, 2090), (420, 2040)), half((420, 2040), (380, 2170), (300, 2170), (234, 2150), (228, 2090))), CREAM_SHADE, 'opacity="0.8"')
    # hair's shadow on the shoulder
    out += fill(curve(half((150, 1400), (200, 1500), (280, 1560), (390, 1590), (470, 1580)), half((470, 1580), (470, 1440), (150, 1400))), CREAM_SHADE, 'opacity="0.95"')
    # navy stripe along the hem
    out += fill(curve(half((225, 2650), (330, 2672), (420, 2640)), half((420, 2640), (426, 2672), (336, 2704), (226, 2682), (225, 2650))), NAVY)
    # pocket
    out += fill(curve(half((262, 2530), (330, 2540), (350, 2524)), half((350, 2524), (356, 2552), (332, 2568), (262, 2558), (262, 2530))), "url(#cream)")
    out += line(half((262, 2530), (330, 2540), (352, 2522)), (1, 4, 1), CREAM_LINE) + line(half((262, 2558), (332, 2568), (358, 2550)), (1, 4, 1), CREAM_LINE)
    out += "</g>"
    # edges
    out += line(FRONT, (2, 6, 6, 6, 5, 5, 3), CREAM_LINE)
    out += line(half((262, 2740), (340, 2752), (412, 2720)), (3, 6, 3), CREAM_LINE)
    out += line(half((412, 2720), (384, 2600), (352, 2470), (366, 2320), (414, 2160), (432, 2030), (420, 1920), (420, 1830)), (3, 6, 6, 6, 3), CREAM_LINE)
    out += line(half((420, 1830), (452, 1740), (470, 1650), (458, 1556)), (2, 6, 4, 1), CREAM_LINE)
    out += line(half((458, 1556), (380, 1508), (300, 1474), (210, 1426), (150, 1404)), (2, 5, 5, 2), CREAM_LINE)
    # lapel with a navy trim
    lap = half((150, 1404), (214, 1470), (306, 1640)), half((306, 1640), (262, 1664), (300, 1716)), half((300, 1716), (262, 1850), (237, 1960)), FRONT[::-1][4:]
    out += fill(curve(*lap), "url(#cream)")
    out += fill(curve(half((160, 1500), (190, 1600), (216, 1760), (240, 1940)), half((240, 1940), (206, 1760), (176, 1560), (150, 1420), (160, 1500))), CREAM_SHADE)
    trim = half((286, 1716), (252, 1842), (230, 1950)), half((172, 1430), (210, 1484), (288, 1632))
    for t in trim:
        out += line(t, (7, 9, 9, 7), NAVY)
    out += line(half((150, 1404), (214, 1470), (306, 1640)), (2, 5, 5), CREAM_LINE) + line(half((306, 1640), (284, 1654), (262, 1664)), (4, 5, 3), CREAM_LINE)
    out += line(half((262, 1664), (284, 1692), (300, 1716)), (3, 5, 4), CREAM_LINE) + line(half((300, 1716), (262, 1850), (237, 1960)), (5, 5, 2), CREAM_LINE)
    out += line(half((186, 1600), (226, 1640), (262, 1664)), (1, 4, 3), CREAM_LINE)
    return out


def jacket():
    r = jacket_half(True)
    pin = at([(0, -22), (6, -6), (22, 0), (6, 6), (0, 22), (-6, 6), (-22, 0), (-6, -6)], CX + 250, 1600)
    star = "M" + "L".join(f"{x} {y}" for x, y in pin) + "Z"
    return f"<g {mirror}>{r}</g>{r}" + f'<path d="{star}" fill="{ORANGE}" stroke="{ORANGE_LINE}" stroke-width="3"/>'


ARM_OUT = half((440, 1546), (516, 1580), (566, 1660), (592, 1800), (606, 2000), (618, 2200), (632, 2400), (640, 2560), (630, 2760), (612, 2940), (600, 3160))
ARM_IN = half((430, 3160), (424, 2900), (430, 2740), (438, 2560), (428, 2380), (412, 2200), (402, 2000), (396, 1820), (380, 1640), (400, 1540), (440, 1546))
ARM = curve(ARM_OUT, half((600, 3160), (430, 3160)), ARM_IN)


def arm():
    out = fill(ARM, "url(#sleeve)") + '<g clip-path="url(#in-arm)">'
    out += fill(curve(half((380, 1700), (470, 1840), (478, 2000), (486, 2200), (500, 2380), (496, 2480), (506, 2560), (490, 2740), (486, 2900), (490, 3160)),
                      half((490, 3160), (360, 3160), (360, 1700), (380, 1700))), CREAM_SHADE)
    out += fill(curve(half((390, 1820), (432, 1900), (440, 2100), (450, 2300), (462, 2440)), half((462, 2440), (380, 2440), (380, 1820), (390, 1820))), CREAM_DEEP, 'opacity="0.55"')
    # bends at the elbow
    for pts, w in ((((436, 2500), (500, 2520), (570, 2486)), 24), (((440, 2570), (520, 2566), (600, 2520)), 28), (((632, 2430), (590, 2470), (540, 2480)), 22),
                   (((636, 2600), (596, 2610), (550, 2600)), 18), (((440, 1880), (490, 1850), (530, 1780)), 18), (((430, 2640), (500, 2650), (540, 2630)), 18),
                   (((606, 2100), (580, 2150), (540, 2170)), 12)):
        out += fold(half(*pts), w, CREAM_SHADE if w < 25 else CREAM_DEEP, 0.9)
    # two navy bands on the upper arm
    for y, h in ((2030, 44), (2096, 16)):
        out += fill(curve(half((380, y + 8), (500, y + 34), (640, y)), half((640, y + h), (500, y + 34 + h), (380, y + 8 + h))), NAVY)
        out += fill(curve(half((380, y + 8), (430, y + 26), (484, y + 33)), half((484, y + 33 + h), (430, y + 26 + h), (380, y + 8 + h))), NAVY_SHADE)
    out += "</g>"
    out += line(ARM_OUT, (2, 6, 6, 6, 7, 7, 6, 6), CREAM_LINE)
    out += line(ARM_IN[:9], (6, 6, 6, 5, 2), CREAM_LINE)
    out += line(half((640, 2500), (616, 2524), (580, 2536)), (4, 4, 1), CREAM_LINE) + line(half((438, 2560), (480, 2566), (530, 2556)), (4, 4, 1), CREAM_LINE)
    return out


def collar():
    leaf = curve(half((130, 1352), (196, 1392), (262, 1470)), half((262, 1470), (214, 1560), (150, 1640)), half((150, 1640), (70, 1590), (0, 1524)),
                 half((0, 1524), (70, 1470), (112, 1412), (130, 1352)))
    out = fill(leaf, "url(#collar-paint)")
    out += fill(curve(half((130, 1352), (128, 1430), (80, 1500), (0, 1540)), half((0, 1540), (0, 1524), (70, 1470), (112, 1412), (130, 1352))), CREAM_SHADE)
    out += fill(curve(half((196, 1392), (200, 1440), (176, 1500), (200, 1580)), half((200, 1580), (262, 1470), (196, 1392))), CREAM_SHADE, 'opacity="0.8"')
    out += line(half((232, 1478), (196, 1546), (146, 1606)), (5, 6, 6), NAVY) + line(half((146, 1606), (84, 1566), (30, 1520)), (6, 6, 4), NAVY)
    out += line(half((130, 1352), (196, 1392), (262, 1470)), (2, 5, 4), CREAM_LINE) + line(half((262, 1470), (214, 1560), (150, 1640)), (4, 6, 5), CREAM_LINE)
    out += line(half((150, 1640), (70, 1590), (0, 1524)), (5, 6, 3), CREAM_LINE) + line(half((0, 1524), (70, 1470), (112, 1412), (130, 1352)), (3, 5, 5, 2), CREAM_LINE)
    return f"<g {mirror}>{out}</g>{out}"


def ribbon():
    x, y = CX, 1560

    def r(*pts):
        return at(pts, x, y)
    tails = ""
    for k in (1, -1):
        t = [(10 * k, 10), (40 * k, 90), (74 * k, 170), (92 * k, 262)], [(92 * k, 262), (60 * k, 236), (34 * k, 268)], [(34 * k, 268), (22 * k, 180), (4 * k, 90), (-8 * k, 10)]
        tails += fill(curve(*(r(*q) for q in t)), "url(#ribbon)")
        tails += fill(curve(r((2 * k, 30), (26 * k, 130), (44 * k, 250)), r((44 * k, 250), (34 * k, 268), (22 * k, 180), (4 * k, 90), (2 * k, 30))), ORANGE_SHADE)
        tails += "".join(line(r(*q), (3, 5, 3), ORANGE_LINE) for q in t)
    loops = ""
    for k in (1, -1):
        up = [(10 * k, -14), (60 * k, -54), (124 * k, -64), (158 * k, -34)]
        end = [(158 * k, -34), (166 * k, 6), (152 * k, 46)]
        low = [(152 * k, 46), (104 * k, 54), (52 * k, 40), (10 * k, 16)]
        loops += fill(curve(r(*up), r(*end), r(*low)), "url(#ribbon)")
        loops += fill(curve(r((156 * k, 20), (110 * k, 22), (60 * k, 14), (10 * k, 4)), r((10 * k, 16), (52 * k, 40), (104 * k, 54), (152 * k, 46), (156 * k, 20))), ORANGE_SHADE)
        loops += line(r((24 * k, -4), (62 * k, -16), (98 * k, -18)), (4, 5, 0.5), ORANGE_SHADE)
        loops += fill(curve(r((54 * k, -42), (96 * k, -54), (128 * k, -50)), r((128 * k, -50), (96 * k, -44), (54 * k, -42))), ORANGE_LIGHT)
        loops += line(r(*up), (3, 6, 5), ORANGE_LINE) + line(r(*end), (4, 6, 4), ORANGE_LINE) + line(r(*low), (5, 6, 3), ORANGE_LINE)
    knot = r((-26, -26), (0, -32), (26, -26), (32, 2), (24, 32), (0, 36), (-24, 32), (-32, 2), (-26, -26))
    k = fill(curve(knot), "url(#ribbon)") + fill(curve(r((4, -30), (26, -26), (32, 2), (24, 32), (0, 36)), r((0, 36), (12, 8), (4, -30))), ORANGE_SHADE, 'opacity="0.8"')
    k += line(knot, (4, 5.5, 5.5, 4), ORANGE_LINE) + line(r((-8, -26), (-12, 0), (-8, 28)), (1, 3.5, 1), ORANGE_LINE)
    return tails + loops + k


def clip_pin():
    """Two crossed hair pins and a small star, on her left."""
    out = ""
    for (x0, y0), (x1, y1) in (((1232, 640), (1338, 592)), ((1244, 590), (1330, 650))):
        out += line([(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2), (x1, y1)], (26, 28, 26), ORANGE_LINE)
        out += line([(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2), (x1, y1)], (17, 19, 17), "url(#pin)")
        out += line([(x0 + 6, y0 - 5), ((x0 + x1) / 2, (y0 + y1) / 2 - 5), (x1 - 10, y1 - 3)], (1, 4, 1), "#FFE2C0")
    return out


def raised(body):
    """The clothes are drawn at their own height; the shoulders sit this much closer to the chin."""
    return f'<g transform="translate(0 {LIFT})">{body}</g>'


def parts():
    a = arm()
    out = [("arm-l", a), ("arm-r", f"<g {mirror}>{a}</g>"), ("neck", neck()), ("body", dress()), ("neck-shadow", neck_shadow()),
           ("jacket", jacket()), ("collar", collar()), ("ribbon", ribbon())]
    return [(name, body if name == "neck-shadow" else raised(body), False) for name, body in out]
