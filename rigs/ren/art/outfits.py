"""What Ren wears."""
import cloth
from body import lower, upper
from cloth import Material, bodice, buttons, collar, fold, mirror, open_front, pair
from design import *
from ink import CX, curve, fill, flip, half, line
from wardrobe import Outfit

CHARCOAL = Material("charcoal", "#565C70", "#3C4153", "#272B3A", "#0F121C")
CRIMSON = Material("crimson", "#E8606A", "#C22F3F", "#8E1C2E", "#4A0D18")
STEEL = Material("steel", "#E8ECF3", "#C9D0DC", "#98A2B6", "#4A5266")
WHITE = Material("white", "#FFFFFF", "#F5F6F9", "#D2D6E2", "#5C6274")
BLACK = Material("black", "#474B5C", "#2B2E3B", "#1A1C27", "#07080E")
SAND = Material("sand", "#E6D8C2", "#CDB796", "#A38B6C", "#55432E")
SEA = Material("sea", "#BFE3EE", "#86BFD2", "#5590AC", "#25506A")
FRONT = ((168, 1336), (204, 1490), (232, 1700), (258, 1900), (262, 2120), (256, 2360), (262, 2560))


def headphones():
    """Headphones that lie around the neck."""
    band = half((206, 1300), (236, 1380), (190, 1470), (90, 1520), (0, 1532))
    out = line(band + flip(band)[::-1][1:], (30, 32, 34, 34, 34, 34, 34, 32, 30), BLACK.ink) + line(band + flip(band)[::-1][1:], (18, 20, 22, 22, 22, 22, 22, 20, 18), CHARCOAL.base)
    def cup(k):
        x = CX + k * 196
        return (f'<rect x="{x - 52}" y="1216" width="104" height="164" rx="46" fill="{BLACK.ink}"/><rect x="{x - 44}" y="1224" width="88" height="148" rx="40" fill="{CHARCOAL.base}"/>'
                f'<rect x="{x - 24}" y="1248" width="48" height="100" rx="22" fill="{CRIMSON.base}"/><rect x="{x - 14}" y="1262" width="14" height="56" rx="7" fill="#FF9AA2" opacity="0.8"/>')
    return out + pair(cup)


def jacket():
    tee = bodice(WHITE, "round", 6, bust=False)
    front = open_front(CHARCOAL, FRONT, 2560, lapel=False, grow=20)
    front += pair(lambda k: line([(x + k * 8, y) for x, y in mirror(k, half(*FRONT))], (12, 14, 14, 14, 12), CRIMSON.base) + fill(curve(mirror(k, half((300, 1450), (420, 1500), (440, 1560))), mirror(k, half((440, 1560), (340, 1540), (286, 1500), (300, 1450)))), CRIMSON.base, 'opacity="0.9"'))
    stand = pair(lambda k: fill(curve(mirror(k, half((140, 1292), (176, 1300), (214, 1356))), mirror(k, half((214, 1356), (200, 1440), (178, 1500))), mirror(k, half((178, 1500), (164, 1400), (132, 1350), (140, 1292)))), CHARCOAL.paint)
                 + line(mirror(k, half((140, 1292), (176, 1300), (214, 1356))), (3, 6, 4), CHARCOAL.ink) + line(mirror(k, half((214, 1356), (200, 1440), (178, 1500))), (4, 6, 3), CHARCOAL.ink) + line(mirror(k, half((178, 1500), (164, 1400), (132, 1350), (140, 1292))), (3, 5, 5, 3), CHARCOAL.ink))
    band = lower(16, CHARCOAL.sleeve, CHARCOAL.ink, CHARCOAL.shade, upto=0.98, hem=44)
    return (Outfit("jacket", "Jacket and headphones", (CHARCOAL, CRIMSON, WHITE))
            .sleeved(upper(16, CHARCOAL.sleeve, CHARCOAL.ink, CHARCOAL.shade), band)
            .piece("tee", tee).piece("front", front, (0.34, 0)).piece("stand", stand, (0.3, 0.1)).piece("headphones", headphones(), (0.34, 0.2)))


def casual():
    top = bodice(CRIMSON, "round", 26, 2560, hem=76, fitted=False, bust=False, collar_line=False)
    pocket = half((-220, 2260), (-160, 2100), (160, 2100), (220, 2260), (224, 2380), (0, 2390), (-224, 2380), (-220, 2260))
    top += fill(curve(pocket), CRIMSON.shade, 'opacity="0.4"') + line(pocket[:2], (2, 5), CRIMSON.ink) + line(pocket[1:3], (4, 4), CRIMSON.ink) + line(pocket[2:4], (5, 2), CRIMSON.ink)
    top += f'<path d="M{CX - 90} 1800h180M{CX - 60} 1840h120M{CX - 30} 1880h60" stroke="{WHITE.base}" stroke-width="18" stroke-linecap="round" opacity="0.92"/>'
    cords = pair(lambda k: line(mirror(k, half((78, 1490), (86, 1590), (80, 1700))), (9, 9, 9), WHITE.base) + line(mirror(k, half((72, 1490), (80, 1590), (74, 1700))), (2, 3, 2), WHITE.ink))
    return (Outfit("casual", "Hoodie", (CRIMSON, WHITE, BLACK))
            .sleeved(upper(24, CRIMSON.sleeve, CRIMSON.ink, CRIMSON.shade), lower(24, CRIMSON.sleeve, CRIMSON.ink, CRIMSON.shade, flare=-4, hem=46))
            .piece("trousers", bodice(BLACK, "round", 4, bust=False)).piece("top", top, (0.34, 0)).piece("hood", f'<g transform="translate({CX * -0.14:.1f} -20) scale(1.14 1.02)">{cloth.hood(CRIMSON)}</g>', (0.3, 0.12))
            .swinging("strings", cords, (0, 1500), 0.6).dyed("soft"))


def tie():
    knot = half((-34, 1392), (0, 1384), (34, 1392), (24, 1450), (0, 1462), (-24, 1450), (-34, 1392))
    blade = half((-22, 1456), (0, 1462), (22, 1456)), half((22, 1456), (44, 1700), (58, 1920)), half((58, 1920), (0, 2010)), half((0, 2010), (-58, 1920)), half((-58, 1920), (-44, 1700), (-22, 1456))
    out = fill(curve(*blade), CRIMSON.paint) + fill(curve(half((4, 1462), (16, 1700), (16, 1990)), half((16, 1990), (58, 1920), (44, 1700), (22, 1456), (4, 1462))), CRIMSON.shade)
    for y in (1560, 1680, 1800, 1900):
        out += line(half((-36 - (y - 1560) * 0.04, y + 26), (36 + (y - 1560) * 0.04, y - 26)), (10, 10), CRIMSON.light, 'opacity="0.8"')
    out += "".join(line(run, (3, 5, 3), CRIMSON.ink) for run in blade[1:])
    return out + fill(curve(knot), CRIMSON.paint) + line(knot, (3, 5, 5, 5, 5, 5, 3), CRIMSON.ink)


def formal():
    shirt = bodice(WHITE, "v", 4, bust=False, collar_line=False) + fill(curve(half((-118, 1350), (-60, 1560), (0, 1650)), half((0, 1650), (60, 1560), (118, 1350)), half((118, 1350), (-118, 1350))), WHITE.base)
    waistcoat = pair(lambda k: fill(curve(mirror(k, half((178, 1440), (120, 1640), (30, 1830), (6, 1900))), mirror(k, half((6, 1900), (6, 2330), (60, 2420), (160, 2340))), mirror(k, half((160, 2340), (388, 2320), (420, 1900), (440, 1560), (260, 1400), (178, 1440)))), STEEL.paint)
                     + line(mirror(k, half((178, 1440), (120, 1640), (30, 1830), (6, 1900))), (3, 6, 6, 3), STEEL.ink) + line(mirror(k, half((6, 1900), (6, 2330), (60, 2420), (160, 2340))), (3, 5, 5, 3), STEEL.ink)) + buttons((1980, 2090, 2200, 2310), 0, "#4A5266", "#262B38", 12)
    coat = open_front(BLACK, FRONT, 2600, grow=18)
    square = fill(curve(half((280, 1690), (300, 1640), (326, 1672), (348, 1636), (366, 1690), (280, 1690))), CRIMSON.base) + line(half((276, 1692), (370, 1692)), (5, 5), BLACK.ink)
    return (Outfit("formal", "Suit", (BLACK, WHITE, STEEL, CRIMSON))
            .sleeved(upper(14, BLACK.sleeve, BLACK.ink, BLACK.shade), lower(14, BLACK.sleeve, BLACK.ink, BLACK.shade, upto=0.96, hem=20))
            .piece("shirt", shirt).piece("waistcoat", waistcoat, (0.32, 0)).swinging("tie", tie(), (0, 1400), 0.9, (0.36, 0.1), to=[CX, 2000], stiffness=0.8)
            .piece("collar", collar(WHITE, ((132, 1300), (190, 1340), (220, 1400)), (118, 1520), (0, 1400)), (0.34, 0.12)).piece("coat", coat + square, (0.38, 0)))


def winter():
    front = ((152, 1330), (176, 1480), (196, 1700), (208, 1900), (214, 2120), (222, 2400), (236, 3070))
    return (Outfit("winter", "Long coat", (SAND, BLACK, CRIMSON))
            .sleeved(upper(32, SAND.sleeve, SAND.ink, SAND.shade), lower(30, SAND.sleeve, SAND.ink, SAND.shade, upto=0.98, hem=60))
            .piece("knit", bodice(BLACK, "high", 8, bust=False)).piece("coat", open_front(SAND, front, 3070, grow=42) + pair(lambda k: buttons((1960, 2140, 2320), k * 276, "#6B4F34", "#34230F", 20)), (0.36, 0))
            .piece("scarf", f'<g transform="translate({CX * -0.12:.1f} 0) scale(1.12 1)">{cloth.scarf(CRIMSON)}</g>', (0.4, 0.2))
            .swinging("scarf-end", cloth.scarf_end(CRIMSON), (100, 1400), 0.9, to=[CX + 106, 1920]).dyed("warm"))


def summer():
    shirt = open_front(SEA, ((190, 1350), (206, 1490), (226, 1700), (246, 1900), (252, 2120), (250, 2360), (256, 2600)), 2600, lapel=False, grow=24)
    for x, y, r in ((330, 1600, 26), (390, 1830, 30), (320, 2060, 24), (360, 2300, 30), (-340, 1640, 28), (-390, 1880, 26), (-310, 2100, 30), (-360, 2360, 26)):
        shirt += "".join(line([(CX + x, y), (CX + x + r * 2 * dx, y + r * 2 * dy)], (3, r * 0.9, 2), WHITE.base, 'opacity="0.85"') for dx, dy in ((0.9, -0.5), (0.2, -1), (-0.7, -0.8), (0.9, 0.4)))
    return (Outfit("summer", "Summer shirt", (SEA, WHITE))
            .sleeved(upper(30, SEA.sleeve, SEA.ink, SEA.shade, upto=0.66, hem=30)).piece("tee", bodice(WHITE, "round", 5, bust=False))
            .piece("shirt", shirt, (0.34, 0)).piece("collar", collar(SEA, ((138, 1312), (210, 1350), (280, 1420)), (196, 1540), (60, 1500)), (0.34, 0.12)))


def sleepwear():
    return (Outfit("sleepwear", "Sleepwear", (STEEL, CRIMSON))
            .sleeved(upper(24, STEEL.sleeve, STEEL.ink, STEEL.shade, upto=0.7, hem=26))
            .piece("shirt", bodice(STEEL, "v", 24, 3080, fitted=False, bust=False) + line(half((118, 1350), (92, 1450), (44, 1560), (0, 1640), (-44, 1560), (-92, 1450), (-118, 1350)), (14, 16, 16, 14, 16, 16, 14), CRIMSON.base)).dyed("sleep"))


def sections():
    return [outfit.section() for outfit in (jacket(), casual(), formal(), winter(), summer(), sleepwear())]


APPEARANCES = {
    "default": {"title": "Every day", "outfit": "jacket"},
    "casual": {"title": "At home", "outfit": "casual"},
    "formal": {"title": "Evening", "outfit": "formal"},
    "sleepy": {"title": "Sleepy", "outfit": "sleepwear", "controls": {"eyeBlinkLeft": 0.22, "eyeBlinkRight": 0.22, "headPitch": -2}},
    "excited": {"title": "Excited", "outfit": "casual", "dyes": {"soft": {"tint": [1.0, 0.8, 0.6], "screen": [0.05, 0.1, 0.0]}}, "controls": {"eyeWideLeft": 0.3, "eyeWideRight": 0.3}},
    "winter": {"title": "Winter", "outfit": "winter"},
    "summer": {"title": "Summer", "outfit": "summer"},
}
