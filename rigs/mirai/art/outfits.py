"""What Mirai wears."""
import cloth
from body import lower, upper
from cloth import Material, bodice, bow, buttons, collar, fold, mirror, open_front, pair, shadow_of_hair
from design import *
from ink import CX, curve, fill, half, line
from star import star
from wardrobe import Outfit

CREAM = Material("cream", "#FFF9EF", "#FCF3E6", "#E2CFCF", "#6E4A58")
NAVY = Material("navy", "#4A5998", "#333F75", "#212756", "#14173A")
ORANGE = Material("orange", "#FFB272", "#FF8E45", "#E2602F", "#8F3417")
MINT = Material("mint", "#D8F6EC", "#A9E4D4", "#74BDB6", "#2F6A70")
WHITE = Material("white", "#FFFFFF", "#F8F5F4", "#D9D2E0", "#6A5A70")
NIGHT = Material("night", "#3D4F8E", "#28346C", "#192050", "#0E1236")
CAMEL = Material("camel", "#F2D9B0", "#E2BE8A", "#BD9064", "#6B4528")
SUN = Material("sun", "#FFF4B8", "#FFE07A", "#EDB14E", "#8A5A22")
FRONT = ((146, 1334), (172, 1488), (206, 1700), (240, 1900), (246, 2120), (236, 2400), (250, 2660))


def belt():
    band = curve(half((-322, 2400), (0, 2418), (322, 2400)), half((322, 2400), (328, 2466)), half((328, 2466), (0, 2486), (-328, 2466)), half((-328, 2466), (-322, 2400)))
    return fill(band, ORANGE.paint) + line(half((-322, 2400), (0, 2418), (322, 2400)), (4, 5, 4), ORANGE.ink) + line(half((-328, 2466), (0, 2486), (328, 2466)), (4, 6, 4), ORANGE.ink)


def uniform():
    dress = bodice(NAVY, "round") + line(half((0, 1620), (3, 1940), (0, 2180), (0, 2400)), (1, 4, 4, 2), NAVY.ink) + buttons((1790, 1940, 2090, 2240), 22, ink=NAVY.ink) + belt()
    for x0, x1 in ((-260, -370), (-170, -240), (-80, -110), (30, 44), (130, 182), (226, 316)):
        dress += fill(curve(half((x0, 2484), (x1 - 10, 2740), (x1 * 1.08, 3076)), half((x1 * 1.08 + 46, 3076), (x1 + 22, 2740), (x0, 2484))), NAVY.shade, 'opacity="0.8"')
    jacket = open_front(CREAM, FRONT, 2660, stripe=NAVY.base) + star(CX + 236, 1520, 25, 8)
    return (Outfit("uniform", "School uniform", (CREAM, NAVY, ORANGE, WHITE))
            .sleeved(upper(12, CREAM.sleeve, CREAM.ink, CREAM.shade), stripes())
            .piece("dress", dress).piece("jacket", jacket, (0.34, 0)).piece("collar", collar(WHITE, trim=NAVY.base), (0.34, 0.15))
            .swinging("bow", bow(ORANGE, CX, 1490), (0, 1470), depth=(0.42, 0.2), to=[CX, 1760]))


def stripes():
    """The forearm of the jacket with two navy bands."""
    sleeve = lower(12, CREAM.sleeve, CREAM.ink, CREAM.shade, upto=0.96, hem=30)
    x0, x1 = CX + ELBOW[0], CX + WRIST[0]
    for y, w in ((2290, 30), (2338, 12)):
        x = x0 + (x1 - x0) * (y - ELBOW[1]) / (WRIST[1] - ELBOW[1])
        sleeve += line([(x - 66, y - 6), (x, y + 8), (x + 66, y - 6)], (w, w, w), NAVY.base)
    return sleeve


def casual():
    pocket = half((-210, 2230), (-150, 2080), (150, 2080), (210, 2230), (214, 2330), (0, 2340), (-214, 2330), (-210, 2230))
    top = bodice(MINT, "round", 26, 2520, hem=70, fitted=False, collar_line=False) + shadow_of_hair(MINT)
    top += fill(curve(pocket), MINT.shade, 'opacity="0.35"') + line(pocket[:2] + pocket[2:3], (2, 5, 2), MINT.ink) + line(pocket[1:4], (3, 4, 3), MINT.ink) + line(pocket[3:], (4, 5, 5, 4), MINT.ink)
    top += star(CX, 1810, 74, 0)
    skirt = bodice(WHITE, "round", 4, 3080, bust=False)
    return (Outfit("casual", "Hoodie", (MINT, NAVY, WHITE))
            .sleeved(upper(24, MINT.sleeve, MINT.ink, MINT.shade), lower(24, MINT.sleeve, MINT.ink, MINT.shade, upto=1.0, flare=-6, hem=44))
            .piece("skirt", skirt).piece("top", top, (0.34, 0)).piece("hood", cloth.hood(MINT), (0.3, 0.12))
            .swinging("strings", cords(), (0, 1500), 0.6).dyed("soft"))


def cords():
    return pair(lambda k: line(mirror(k, half((66, 1480), (74, 1580), (68, 1690))), (8, 8, 8), WHITE.base) + line(mirror(k, half((60, 1480), (68, 1580), (62, 1690))), (2, 3, 2), WHITE.ink)
                + fill(curve(mirror(k, half((60, 1686), (76, 1686), (80, 1730), (56, 1730), (60, 1686)))), ORANGE.base))


def formal():
    gown = bodice(NIGHT, "heart", 2) + sparkle()
    sash = curve(half((-316, 2090), (0, 2116), (316, 2090)), half((316, 2090), (306, 2190)), half((306, 2190), (0, 2214), (-306, 2190)), half((-306, 2190), (-316, 2090)))
    gown += fill(sash, ORANGE.paint) + fold(half((-300, 2150), (0, 2176), (300, 2150)), 12, ORANGE.shade) + line(half((-316, 2090), (0, 2116), (316, 2090)), (4, 5, 4), ORANGE.ink) + line(half((-306, 2190), (0, 2214), (306, 2190)), (4, 5, 4), ORANGE.ink)
    straps = pair(lambda k: fill(curve(mirror(k, half((196, 1364), (236, 1430), (268, 1512))), mirror(k, half((268, 1512), (312, 1508))), mirror(k, half((312, 1508), (284, 1430), (238, 1378))), mirror(k, half((238, 1378), (196, 1364)))), NIGHT.paint)
                  + line(mirror(k, half((196, 1364), (236, 1430), (268, 1512))), (3, 5, 3), NIGHT.ink) + line(mirror(k, half((312, 1508), (284, 1430), (238, 1378))), (3, 5, 3), NIGHT.ink))
    necklace = line(half((-150, 1352), (-90, 1420), (0, 1446), (90, 1420), (150, 1352)), (3, 4, 5, 4, 3), "#D9A441") + star(CX, 1470, 26, 0)
    return (Outfit("formal", "Evening dress", (NIGHT, ORANGE))
            .sleeved("", glove())
            .piece("gown", gown).piece("straps", straps, (0.24, 0)).piece("necklace", necklace, (0.3, 0.1))
            .swinging("sash", bow(ORANGE, CX + 190, 2140, 0.8), (190, 2140), 0.8))


def glove():
    return lower(4, NIGHT.sleeve, NIGHT.ink, NIGHT.shade, upto=1.0)


def sparkle():
    return "".join(star(CX + x, y, r) .replace(ORANGE.base, "#FFFFFF") for x, y, r in ((-210, 2420, 14), (-90, 2560, 10), (120, 2460, 12), (230, 2600, 15), (30, 2720, 12), (-240, 2760, 11), (170, 2860, 12)))


def winter():
    front = ((130, 1330), (150, 1480), (166, 1700), (176, 1900), (186, 2120), (200, 2400), (222, 3070))
    knit = bodice(WHITE, "high", 10, bust=True) + pair(lambda k: fill(curve(mirror(k, half((186, 1400), (196, 1700), (190, 1960), (214, 2400), (230, 3060))), mirror(k, half((230, 3060), (120, 3060), (110, 2400), (120, 1960), (110, 1560), (186, 1400)))), WHITE.shade, 'opacity="0.75"'))
    for x in (-90, -45, 0, 45, 90):
        knit += line(half((x, 1480), (x * 1.06, 2000), (x * 1.1, 2600)), (1, 4, 4, 1), WHITE.shade)
    coat = open_front(CAMEL, front, 3070, grow=44) + pair(lambda k: buttons((1930, 2110, 2290), k * 252, "#7B4B2A", "#4A2A14", 20))
    return (Outfit("winter", "Winter coat", (CAMEL, WHITE, ORANGE))
            .sleeved(upper(34, CAMEL.sleeve, CAMEL.ink, CAMEL.shade), lower(32, CAMEL.sleeve, CAMEL.ink, CAMEL.shade, upto=0.98, hem=60))
            .piece("knit", knit).piece("coat", coat, (0.36, 0)).piece("scarf", cloth.scarf(ORANGE), (0.4, 0.2))
            .swinging("scarf-end", cloth.scarf_end(ORANGE), (100, 1400), 0.9, to=[CX + 106, 1920]).dyed("warm"))


def summer():
    top = bodice(SUN, "wide", 4, hem=0)
    frill = half((-232, 1376), (-190, 1440), (-100, 1482), (0, 1496), (100, 1482), (190, 1440), (232, 1376))
    top += line(frill, (18, 22, 22, 22, 22, 22, 18), WHITE.base) + line(frill, (3, 4, 4, 4, 4, 4, 3), SUN.ink)
    top += line(half((-304, 2180), (0, 2206), (304, 2180)), (26, 30, 26), WHITE.base) + line(half((-304, 2194), (0, 2222), (304, 2194)), (3, 4, 3), SUN.ink)
    return (Outfit("summer", "Sundress", (SUN, WHITE, ORANGE))
            .piece("dress", top).swinging("bow", bow(ORANGE, CX, 1540, 0.62), (0, 1530), 0.6))


def pajamas():
    shirt = bodice(WHITE, "v", 28, 3080, fitted=False) + line(half((0, 1640), (4, 2000), (0, 2600)), (3, 4, 3), WHITE.ink) + buttons((1740, 1900, 2060, 2220), 16, "#FFC58F", WHITE.ink)
    shirt += "".join(star(CX + x, y, 20, x) for x, y in ((-250, 1660), (190, 1720), (-160, 1900), (270, 1930), (-280, 2120), (150, 2120), (300, 2300), (-190, 2330)))
    return (Outfit("pajamas", "Pajamas", (WHITE,), {"sleep": {"tint": [0.86, 0.92, 1.0]}})
            .sleeved(upper(26, WHITE.sleeve, WHITE.ink, WHITE.shade), lower(26, WHITE.sleeve, WHITE.ink, WHITE.shade, upto=0.94, flare=6, hem=30))
            .piece("shirt", shirt).piece("collar", collar(WHITE, tip=(170, 1500), low=(40, 1560)), (0.32, 0.12)).dyed("sleep"))


def sections():
    return [outfit.section() for outfit in (uniform(), casual(), formal(), winter(), summer(), pajamas())]


APPEARANCES = {
    "default": {"title": "Every day", "outfit": "uniform"},
    "casual": {"title": "At home", "outfit": "casual"},
    "formal": {"title": "Evening", "outfit": "formal"},
    "sleepy": {"title": "Sleepy", "outfit": "pajamas", "controls": {"eyeBlinkLeft": 0.18, "eyeBlinkRight": 0.18, "headPitch": -2}},
    "excited": {"title": "Excited", "outfit": "casual", "dyes": {"soft": {"tint": [1.0, 0.86, 0.72]}}, "controls": {"eyeWideLeft": 0.25, "eyeWideRight": 0.25, "signBlush": 0.3}},
    "winter": {"title": "Winter", "outfit": "winter"},
    "summer": {"title": "Summer", "outfit": "summer"},
}
