"""What Miyu wears."""
import cloth
from body import lower, upper
from cloth import Material, bodice, bow, buttons, collar, fold, mirror, open_front, pair, shadow_of_hair
from design import *
from ink import CX, curve, fill, half, line
from wardrobe import Outfit

IVORY = Material("ivory", "#FFFDF6", "#F9F1E4", "#E0D3D3", "#75596A")
PLUM = Material("plum", "#8A63A0", "#6C4788", "#4B2E68", "#2A1640")
LILAC = Material("lilac", "#EFE6FB", "#D8C8F0", "#AE98D2", "#5D4A84")
ROSE = Material("rose", "#FFE3EA", "#F7C3D2", "#DB93AE", "#84405E")
MOON = Material("moon", "#FFF4CF", "#F6DFA0", "#D2AE68", "#7A5A24")
INK = Material("ink", "#50548A", "#34386A", "#202348", "#0E1030")
SNOW = Material("snow", "#FFFFFF", "#F2F4FA", "#CFD5E6", "#5F6684")
FRONT = ((150, 1340), (196, 1480), (232, 1700), (262, 1900), (268, 2120), (258, 2400), (270, 2560))


def lace(points, m, w=20):
    return line(points, (w * 0.8, w, w, w, w * 0.8), m.light) + line(points, (2, 3, 3, 3, 2), m.ink, 'opacity="0.7"')


def cardigan():
    dress = bodice(PLUM, "round") + lace(half((-300, 2190), (0, 2216), (300, 2190)), IVORY)
    for x0, x1 in ((-230, -330), (-120, -180), (0, 0), (120, 180), (230, 330)):
        dress += line(half((x0, 2230), (x1, 2600), (x1 * 1.1, 3070)), (1, 6, 6), PLUM.shade)
    knit = open_front(IVORY, FRONT, 2560, lapel=False, grow=18)
    knit += pair(lambda k: line([(x - k * 20, y) for x, y in mirror(k, half(*FRONT))], (16, 18, 18, 18, 16), IVORY.shade, 'opacity="0.7"') + buttons((1800, 1960, 2120), k * 268, "#C9A6F5", "#5A3E96", 12))
    return (Outfit("cardigan", "Cardigan", (IVORY, PLUM, LILAC))
            .sleeved(upper(16, IVORY.sleeve, IVORY.ink, IVORY.shade), lower(18, IVORY.sleeve, IVORY.ink, IVORY.shade, upto=1.02, flare=8, hem=40))
            .piece("dress", dress).piece("knit", knit, (0.34, 0))
            .piece("collar", collar(IVORY, ((98, 1320), (160, 1354), (214, 1420)), (150, 1500), (0, 1440), trim=LILAC.shade), (0.34, 0.15))
            .swinging("bow", bow(LILAC, CX, 1456, 0.72), (0, 1440), 0.7, (0.42, 0.2), to=[CX, 1650]))


def casual():
    top = bodice(LILAC, "high", 18, 3080, fitted=False, collar_line=False) + shadow_of_hair(LILAC)
    roll = half((-112, 1270), (-60, 1296), (0, 1304), (60, 1296), (112, 1270), (126, 1330), (104, 1376), (0, 1400), (-104, 1376), (-126, 1330), (-112, 1270))
    neck = fill(curve(roll), LILAC.paint) + fold(half((-104, 1340), (0, 1368), (104, 1340)), 10, LILAC.shade) + line(roll, (4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4), LILAC.ink)
    for y in (1700, 1860, 2020, 2180):
        top += line(half((-340, y), (-170, y + 20), (0, y + 24), (170, y + 20), (340, y)), (5, 7, 7, 7, 5), IVORY.light, 'opacity="0.8"')
    return (Outfit("casual", "Knitted jumper", (LILAC, IVORY))
            .sleeved(upper(22, LILAC.sleeve, LILAC.ink, LILAC.shade), lower(24, LILAC.sleeve, LILAC.ink, LILAC.shade, upto=1.06, flare=10, hem=50))
            .piece("top", top).piece("roll", neck, (0.2, 0.1)).dyed("soft"))


def formal():
    """A robe crossed over the breast, with a wide sash and a moon on it."""
    robe = bodice(INK, "high", 12, 3080, collar_line=False)
    over = half((112, 1326), (60, 1440), (-60, 1640), (-190, 1830)), half((-190, 1830), (-150, 1870), (-118, 1880)), half((-118, 1880), (0, 1690), (120, 1480), (176, 1360)), half((176, 1360), (112, 1326))
    under = half((-112, 1326), (-70, 1420), (0, 1530), (60, 1610)), half((60, 1610), (110, 1550)), half((110, 1550), (-40, 1400), (-120, 1352), (-176, 1362)), half((-176, 1362), (-112, 1326))
    skin = fill(curve(half((-112, 1322), (-50, 1440), (0, 1520)), half((0, 1520), (60, 1430), (112, 1322)), half((112, 1322), (-112, 1322))), "url(#chest-skin)")
    robe += skin
    for band in (under, over):
        robe += fill(curve(*band), IVORY.paint) + "".join(line(run, (3, 5, 3), INK.ink) for run in band[:3])
        robe += fill(curve(*[[(x, y) for x, y in run] for run in band]), LILAC.base, 'opacity="0.25"')
    for x, y, r in ((-260, 1600, 30), (250, 1660, 40), (300, 2420, 54), (-220, 2520, 62), (-330, 2700, 40), (120, 2700, 46), (-60, 2440, 30)):
        robe += f'<circle cx="{CX + x}" cy="{y}" r="{r}" fill="{MOON.base}" opacity="0.85"/><circle cx="{CX + x + r * 0.4:.0f}" cy="{y - r * 0.25:.0f}" r="{r * 0.84:.0f}" fill="{INK.base}"/>'
    sash = curve(half((-318, 1930), (0, 1950), (318, 1930)), half((318, 1930), (296, 2200)), half((296, 2200), (0, 2222), (-296, 2200)), half((-296, 2200), (-318, 1930)))
    obi = fill(sash, PLUM.paint) + lace(half((-310, 1966), (0, 1986), (310, 1966)), MOON, 12) + lace(half((-298, 2164), (0, 2186), (298, 2164)), MOON, 12)
    obi += line(half((-306, 2066), (0, 2088), (306, 2066)), (18, 20, 18), ROSE.base) + f'<circle cx="{CX}" cy="2086" r="34" fill="{MOON.base}" stroke="{MOON.ink}" stroke-width="5"/>'
    obi += line(half((-318, 1930), (0, 1950), (318, 1930)), (4, 6, 4), PLUM.ink) + line(half((-296, 2200), (0, 2222), (296, 2200)), (4, 6, 4), PLUM.ink)
    return (Outfit("formal", "Moon robe", (INK, IVORY, LILAC, PLUM, MOON, ROSE))
            .sleeved(upper(30, INK.sleeve, INK.ink, INK.shade), lower(34, INK.sleeve, INK.ink, INK.shade, upto=0.9, flare=64, hem=26))
            .piece("robe", robe).piece("sash", obi, (0.36, 0)))


def winter():
    front = ((128, 1330), (146, 1480), (150, 1700), (150, 1900), (156, 2120), (170, 2400), (196, 3070))
    knit = bodice(PLUM, "high", 8)
    coat = open_front(SNOW, front, 3070, grow=40, lapel=False) + pair(lambda k: buttons((1720, 1900, 2080, 2260), k * 186, MOON.base, MOON.ink, 18))
    cape = half((110, 1316), (220, 1356), (330, 1416), (420, 1500), (456, 1620), (440, 1700), (330, 1744), (180, 1760), (60, 1700), (20, 1560), (40, 1420), (110, 1316))
    shawl = pair(lambda k: fill(curve(mirror(k, half(*cape))), SNOW.paint) + fold(mirror(k, half((400, 1540), (300, 1600), (200, 1620))), 16, SNOW.shade) + fold(mirror(k, half((330, 1450), (240, 1520), (150, 1540))), 14, SNOW.shade)
                 + line(mirror(k, half(*cape[:6])), (3, 6, 6, 6, 5), SNOW.ink) + line(mirror(k, half(*cape[5:9])), (20, 26, 26, 18), SNOW.light) + line(mirror(k, half(*cape[5:9])), (3, 4, 4, 3), SNOW.ink))
    return (Outfit("winter", "Snow coat", (SNOW, PLUM, MOON, LILAC))
            .sleeved(upper(32, SNOW.sleeve, SNOW.ink, SNOW.shade), lower(30, SNOW.sleeve, SNOW.ink, SNOW.shade, upto=0.98, flare=6, hem=64))
            .piece("knit", knit).piece("coat", coat, (0.36, 0)).piece("shawl", shawl, (0.38, 0.05))
            .swinging("bow", bow(LILAC, CX, 1560, 0.7), (0, 1550), 0.7, (0.44, 0.2)).dyed("warm"))


def summer():
    dress = bodice(SNOW, "boat", 4) + lace(half((-346, 1424), (-200, 1478), (0, 1500), (200, 1478), (346, 1424)), LILAC, 34)
    dress += line(half((-294, 2170), (0, 2196), (294, 2170)), (22, 26, 22), LILAC.base)
    for x, y in ((-220, 2360), (-80, 2480), (90, 2380), (240, 2500), (-300, 2640), (20, 2660), (320, 2720)):
        dress += "".join(f'<circle cx="{CX + x + 18 * dx}" cy="{y + 18 * dy}" r="14" fill="{LILAC.base}" opacity="0.9"/>' for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))) + f'<circle cx="{CX + x}" cy="{y}" r="8" fill="{MOON.base}"/>'
    return (Outfit("summer", "White dress", (SNOW, LILAC, MOON))
            .piece("dress", dress).swinging("bow", bow(LILAC, CX - 120, 2186, 0.6), (-120, 2180), 0.7))


def nightgown():
    gown = bodice(ROSE, "wide", 22, 3080, fitted=False) + lace(half((-232, 1376), (-190, 1440), (-100, 1482), (0, 1496), (100, 1482), (190, 1440), (232, 1376)), SNOW, 30)
    gown += line(half((0, 1500), (3, 1700), (0, 1860)), (2, 4, 2), ROSE.ink) + buttons((1570, 1660, 1750), 16, "#FFFFFF", ROSE.ink, 10)
    return (Outfit("nightgown", "Nightgown", (ROSE, SNOW))
            .sleeved(upper(28, ROSE.sleeve, ROSE.ink, ROSE.shade, upto=0.62, hem=34)).piece("gown", gown).dyed("sleep"))


def sections():
    return [outfit.section() for outfit in (cardigan(), casual(), formal(), winter(), summer(), nightgown())]


APPEARANCES = {
    "default": {"title": "Every day", "outfit": "cardigan"},
    "casual": {"title": "At home", "outfit": "casual"},
    "formal": {"title": "Festival", "outfit": "formal"},
    "sleepy": {"title": "Sleepy", "outfit": "nightgown", "controls": {"eyeBlinkLeft": 0.16, "eyeBlinkRight": 0.16, "headPitch": -3}},
    "excited": {"title": "Excited", "outfit": "casual", "dyes": {"soft": {"tint": [1.0, 0.88, 0.94]}}, "controls": {"eyeWideLeft": 0.3, "eyeWideRight": 0.3, "signBlush": 0.35}},
    "winter": {"title": "Winter", "outfit": "winter"},
    "summer": {"title": "Summer", "outfit": "summer"},
}
