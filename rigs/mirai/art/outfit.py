"""The clothes: a navy dress with a cream collar and an orange ribbon under an open cream jacket."""
from figure import ARM, LIFT, NECK, arm, fold, neck, neck_shadow, raised
from ink import CX, at, curve, fill, flip, half, line
from palette import *
from face import mirror
from star import star


def defs():
    return [
        linear("navy", CX - 380, 1500, CX + 380, 2400, (0, "#3B4880"), (0.5, NAVY), (1, "#283060")),
        linear("cream", CX - 600, 1450, CX + 600, 2600, (0, "#FFF9EF"), (0.5, CREAM), (1, "#F3E3D9")),
        linear("sleeve", CX + 430, 0, CX + 640, 0, (0, "#F0DFD8"), (0.45, CREAM), (1, "#FFF8EE")),
        linear("ribbon", 0, 1490, 0, 1790, (0, "#FFA05A"), (0.5, ORANGE), (1, "#F4743A")),
        linear("collar-paint", 0, 1380, 0, 1660, (0, "#FFFFFF"), (1, "#F6EBE4")),
        linear("far", CX + 240, 1500, CX + 460, 1640, (0, "#A98AAA", 0), (1, "#A98AAA", 0.24)),
        linear("far-arm", CX + 400, 0, CX + 640, 0, (0, "#A98AAA", 0.2), (0.6, "#A98AAA", 0.1), (1, "#A98AAA", 0.3)),
        clip("in-neck", NECK), f'<clipPath id="on-neck"><path transform="translate(0 {LIFT})" d="{NECK}"/></clipPath>', clip("in-dress", DRESS), clip("in-jacket", JACKET), clip("in-arm", ARM),
    ]


DRESS_R = half((150, 1420), (300, 1480), (430, 1540), (440, 1660), (400, 1820), (408, 1940), (414, 2040), (396, 2160), (346, 2320), (310, 2480), (318, 2600), (366, 2780), (420, 2960), (440, 3160))
DRESS = curve(half((0, 1560), (70, 1530), (150, 1420)), DRESS_R, half((440, 3160), (-440, 3160)), flip(DRESS_R)[::-1], flip(half((0, 1560), (70, 1530), (150, 1420)))[::-1])


def dress():
    out = fill(DRESS, "url(#navy)") + '<g clip-path="url(#in-dress)">'
    # light on the chest, shadow under the bust (soft) and beside the jacket (crisp)
    out += fill(curve(half((-150, 1700), (-190, 1850), (-150, 1990), (-60, 1990), (-30, 1860), (-60, 1720), (-150, 1700))), NAVY_LIGHT, 'opacity="0.45" filter="url(#blur-18)"')
    out += fill(curve(half((70, 1720), (40, 1860), (60, 1985), (130, 1985), (150, 1860), (120, 1730), (70, 1720))), NAVY_LIGHT, 'opacity="0.3" filter="url(#blur-18)"')
    out += fill(curve(half((-260, 2050), (-150, 2094), (-40, 2070), (0, 2050), (50, 2072), (160, 2098), (260, 2050)),
                      half((260, 2050), (240, 2200), (120, 2240), (0, 2200), (-120, 2236), (-240, 2190), (-260, 2050))), NAVY_SHADE, 'opacity="0.5" filter="url(#blur-18)"')
    for k in (1, -1):
        arc = half((46, 2046), (100, 2086), (170, 2088), (236, 2050)), half((236, 2050), (180, 2112), (100, 2116), (46, 2046))
        out += fill(curve(*(arc if k > 0 else tuple(flip(q) for q in arc))), NAVY_SHADE, 'opacity="0.85"')
    out += fill(curve(half((120, 1560), (176, 1700), (206, 1900), (214, 2060), (196, 2300), (200, 2470)), half((200, 2470), (460, 2480), (480, 1560), (120, 1560))), NAVY_SHADE, 'opacity="0.8"')
    out += fill(curve(half((-196, 1640), (-222, 1900), (-230, 2060), (-216, 2300), (-206, 2470)), half((-206, 2470), (-460, 2480), (-460, 1560), (-196, 1640))), NAVY_SHADE, 'opacity="0.6"')
    # the ribbon's shadow
    out += fill(curve(half((-150, 1600), (-60, 1612), (-30, 1680), (-66, 1840), (-8, 1850), (10, 1740), (60, 1836), (112, 1834), (60, 1700), (70, 1616), (176, 1606)), half((176, 1606), (150, 1520), (-150, 1520), (-150, 1600))),
                NAVY_SHADE, 'opacity="0.85"')
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


def jacket_half(far):
    """The half on the picture's right; far: it is the half that turns away from the light."""
    out = fill(JACKET, "url(#cream)") + '<g clip-path="url(#in-jacket)">'
    inner = half((420, 1830), (380, 1960), (392, 2060), (330, 2240), (308, 2440), (330, 2600), (350, 2760))
    out += fill(curve(inner, half((350, 2760), (480, 2760), (480, 1830), (420, 1830))), CREAM_SHADE)
    # folds from the armpit and at the waist
    for pts, w in ((((440, 1790), (400, 1850), (340, 1890), (270, 1910)), 20), (((430, 1840), (390, 1920), (340, 1980), (300, 2010)), 16), (((420, 1900), (396, 1990), (370, 2040)), 14),
                   (((372, 2420), (330, 2420), (284, 2400), (240, 2360)), 20), (((366, 2460), (320, 2476), (270, 2472), (232, 2456)), 16), (((384, 2350), (340, 2376), (300, 2380)), 14)):
        out += fold(half(*pts), w, CREAM_SHADE)
    out += line(half((372, 2424), (340, 2424), (306, 2414)), (4, 3, 0.5), CREAM_LINE) + line(half((428, 1838), (400, 1890), (372, 1926)), (4, 3, 0.5), CREAM_LINE)
    # under the bust
    out += fill(curve(half((232, 2096), (300, 2112), (360, 2086), (430, 2010)), half((430, 2010), (396, 2130), (310, 2160), (234, 2136), (232, 2096))), CREAM_SHADE, 'opacity="0.9"')
    # what the hair leaves on the shoulder
    out += fill(curve(half((140, 1390), (190, 1520), (236, 1580)), half((236, 1580), (250, 1540), (262, 1524)), half((262, 1524), (310, 1570), (352, 1590)),
                      half((352, 1590), (360, 1556), (372, 1540)), half((372, 1540), (420, 1574), (470, 1586)), half((470, 1586), (470, 1440), (140, 1390))), CREAM_SHADE, 'opacity="0.95"')
    if far:
        out += fill(JACKET, "url(#far)")
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
    trim = half((288, 1712), (256, 1836), (238, 1918)), half((172, 1430), (210, 1484), (289, 1634))
    for t in trim:
        out += line(t, (9, 9, 8, 2) if t is trim[0] else (5, 9, 9, 9), NAVY)
    out += line(half((150, 1404), (214, 1470), (306, 1640)), (2, 5, 5), CREAM_LINE) + line(half((306, 1640), (284, 1654), (262, 1664)), (4, 5, 3), CREAM_LINE)
    out += line(half((262, 1664), (284, 1692), (300, 1716)), (3, 5, 4), CREAM_LINE) + line(half((300, 1716), (262, 1850), (237, 1960)), (5, 5, 2), CREAM_LINE)
    out += line(half((186, 1600), (226, 1640), (262, 1664)), (1, 4, 3), CREAM_LINE)
    return out


def jacket():
    r = jacket_half(True)
    return f"<g {mirror}>{jacket_half(False)}</g>{r}{star(CX + 232, 1590, 25, 8)}"


def collar():
    leaf = curve(half((130, 1352), (196, 1392), (262, 1470)), half((262, 1470), (214, 1560), (150, 1640)), half((150, 1640), (70, 1590), (0, 1524)),
                 half((0, 1524), (70, 1470), (112, 1412), (130, 1352)))
    out = fill(leaf, "url(#collar-paint)")
    out += fill(curve(half((130, 1352), (128, 1430), (80, 1500), (0, 1540)), half((0, 1540), (0, 1524), (70, 1470), (112, 1412), (130, 1352))), CREAM_SHADE)
    out += fill(curve(half((196, 1392), (200, 1440), (176, 1500), (200, 1580)), half((200, 1580), (262, 1470), (196, 1392))), CREAM_SHADE, 'opacity="0.8"')
    out += line(half((232, 1478), (196, 1546), (146, 1606)), (5, 6, 6), NAVY) + line(half((146, 1606), (84, 1566), (44, 1532)), (6, 6, 3), NAVY)
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
        up = [(10 * k, -16), (58 * k, -58), (112 * k, -76), (172 * k, -66)]
        end = [(172 * k, -66), (180 * k, -20), (174 * k, 22), (156 * k, 60)]
        low = [(156 * k, 60), (106 * k, 56), (54 * k, 40), (10 * k, 16)]
        inner = [(172 * k, -66), (140 * k, -40), (132 * k, 0), (140 * k, 36), (156 * k, 60)]
        loops += fill(curve(r(*up), r(*end), r(*low)), "url(#ribbon)")
        loops += fill(curve(r((10 * k, 2), (60 * k, 16), (104 * k, 24), (137 * k, 26)), r((137 * k, 26), (144 * k, 44), (156 * k, 60)), r(*low)), ORANGE_SHADE)
        loops += fill(curve(r(*inner), r(*end[::-1])), "#C64F26")
        loops += line(r(*inner), (3, 4.5, 5, 4.5, 3), ORANGE_LINE)
        loops += fill(curve(r((20 * k, -8), (62 * k, -24), (104 * k, -24)), r((104 * k, -24), (62 * k, -13), (20 * k, -8))), ORANGE_SHADE)
        loops += fill(curve(r((22 * k, 6), (58 * k, 8), (86 * k, 16)), r((86 * k, 16), (56 * k, 17), (22 * k, 6))), "#C64F26")
        loops += fill(curve(r((56 * k, -46), (92 * k, -62), (130 * k, -64)), r((130 * k, -64), (94 * k, -50), (56 * k, -46))), ORANGE_LIGHT)
        loops += line(r(*up), (3, 6, 4), ORANGE_LINE) + line(r(*end), (4, 6, 4), ORANGE_LINE) + line(r(*low), (4, 6, 3), ORANGE_LINE)
    knot = r((-26, -26), (0, -32), (26, -26), (32, 2), (24, 32), (0, 36), (-24, 32), (-32, 2), (-26, -26))
    k = fill(curve(knot), "url(#ribbon)") + fill(curve(r((4, -30), (26, -26), (32, 2), (24, 32), (0, 36)), r((0, 36), (12, 8), (4, -30))), ORANGE_SHADE, 'opacity="0.8"')
    k += line(knot, (4, 5.5, 5.5, 4), ORANGE_LINE) + line(r((-8, -26), (-12, 0), (-8, 28)), (1, 3.5, 1), ORANGE_LINE)
    return tails + loops + k


def parts():
    out = [("arm-l", arm(True)), ("arm-r", f"<g {mirror}>{arm(False)}</g>"), ("neck", neck()), ("body", dress()), ("neck-shadow", neck_shadow()),
           ("jacket", jacket()), ("collar", collar()), ("ribbon", ribbon())]
    return [(name, body if name == "neck-shadow" else raised(body), False) for name, body in out]
