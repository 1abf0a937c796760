"""Clothes in pieces: folds, hems, trunks of garments, collars, scarves and bows, coloured by a material."""
from dataclasses import dataclass

from body import SHAPE_R, trunk
from design import *
from ink import CX, at, curve, fill, flip, half, line
from paint import clip, linear


@dataclass
class Material:
    """The colours of one cloth: light, base, shade, line."""
    name: str
    light: str
    base: str
    shade: str
    ink: str

    @property
    def paint(self):
        return f"url(#cloth-{self.name})"

    @property
    def sleeve(self):
        return f"url(#sleeve-{self.name})"

    def defs(self):
        x = CX + SHOULDER[0]
        return [linear(f"cloth-{self.name}", CX - 440, 1400, CX + 440, 2500, (0, self.light), (0.45, self.base), (1, self.shade)),
                linear(f"sleeve-{self.name}", x - 80, 0, x + 90, 0, (0, self.light), (0.4, self.base), (1, self.base))]


def fold(pts, w, paint, alpha=1.0):
    return line(pts, (1, w, w * 0.6, 1), paint, f'opacity="{alpha}"' if alpha != 1 else "")


def pair(draw):
    """What a function draws on the picture's right (1), and the mirror of it (-1)."""
    return draw(1) + draw(-1)


def mirror(k, pts):
    return pts if k > 0 else flip(pts)


NECKLINES = {
    "round": ((112, 1346), (96, 1420), (52, 1462), (0, 1474)),
    "high": ((106, 1318), (70, 1336), (30, 1344), (0, 1346)),
    "wide": ((232, 1376), (190, 1440), (100, 1482), (0, 1496)),
    "v": ((118, 1350), (92, 1450), (44, 1560), (0, 1640)),
    "boat": ((346, 1420), (250, 1470), (120, 1494), (0, 1500)),
    "heart": ((300, 1500), (240, 1520), (120, 1480), (0, 1556)),
}


def bodice(m, neckline="round", grow=0, low=3080, hem=0, fitted=True, bust=True, collar_line=True, waist=None):
    """The trunk of a garment.

    grow: how much wider than the body. low: where it ends. hem: a ribbed band at that end. fitted: it follows the
    waist; else it falls straight from the chest.
    """
    edge = NECKLINES[neckline]
    top = [p for p in TRUNK if p[0] > edge[0][0] + 20 and p[1] < 1700 or p[1] >= 1500]
    side = []
    for x, y in top:
        if y > low - 30:
            continue
        if not fitted and y > 1640:
            x = max(x, 400 + (y - 1640) * 0.01)
        side.append((x + grow * min(1, max(0.3, (y - 1400) / 200)), y))
    last = side[-1][0] if not hem else side[-1][0] + 4
    right = half(*([edge[0]] + side + [(last, low)]))
    bottom = half((last, low), (last * 0.5, low + 14), (0, low + 18), (-last * 0.5, low + 14), (-last, low))
    neck = half(*edge)
    full_neck = neck + flip(neck)[::-1][1:]
    shape = curve(neck[::-1], right, bottom, flip(right)[::-1], flip(neck))
    name = f"in-{m.name}-{neckline}-{low}"
    out = clip(name, shape) + fill(shape, m.paint) + f'<g clip-path="url(#{name})">'
    # the side away from the light, the hollow under each arm, the waist
    out += fill(curve(half((230, 1500), (262, 1660), (258, 1860), (214, 2060), (196, 2230), (236, 2460), (262, low + 30)), half((262, low + 30), (520, low + 30), (520, 1500), (230, 1500))), m.shade, 'opacity="0.55"')
    if bust:
        for k in (1, -1):
            arc = half((60, 1850), (120, 1886), (200, 1884), (270, 1830)), half((270, 1830), (210, 1912), (120, 1914), (60, 1850))
            out += fill(curve(*(arc if k > 0 else tuple(flip(q) for q in arc))), m.shade, 'opacity="0.55" filter="url(#blur-8)"')
        out += fill(curve(half((-210, 1560), (-250, 1700), (-190, 1840), (-80, 1850), (-50, 1700), (-110, 1580), (-210, 1560))), m.light, 'opacity="0.5" filter="url(#blur-24)"')
        out += fill(curve(half((70, 1600), (60, 1740), (110, 1830), (180, 1810), (190, 1680), (140, 1590), (70, 1600))), m.light, 'opacity="0.35" filter="url(#blur-24)"')
    for k in (1, -1):
        for pts, w in ((((420, 1640), (372, 1700), (310, 1734)), 16), (((414, 1700), (360, 1772), (320, 1800)), 13)):
            out += fold(mirror(k, half(*pts)), w, m.shade)
        if fitted:
            for pts, w in ((((318, 2150), (260, 2180), (190, 2176)), 15), (((306, 2230), (240, 2250), (170, 2236)), 13), (((330, 2330), (262, 2310), (200, 2320)), 12)):
                out += fold(mirror(k, half(*pts)), w, m.shade, 0.9)
        else:
            for pts, w in ((((380, 1900), (350, 2060), (372, 2240)), 16), (((250, 1960), (230, 2120), (250, 2260)), 12)):
                out += fold(mirror(k, half(*pts)), w, m.shade, 0.8)
    if hem:
        out += fill(curve(half((-last - 10, low - hem), (0, low - hem + 16), (last + 10, low - hem)), half((last + 10, low - hem), (last + 10, low + 40), (-last - 10, low + 40), (-last - 10, low - hem))), m.shade, 'opacity="0.6"')
        out += line(half((-last, low - hem), (0, low - hem + 16), (last, low - hem)), (3, 5, 3), m.ink)
        for x in range(-int(last) + 20, int(last), 34):
            out += line(half((x, low - hem + 16), (x * 1.01, low + 6)), (1, 3, 1), m.ink, 'opacity="0.55"')
    out += "</g>"
    out += line(right, (2, 5, 6, 6, 6, 6, 6), m.ink) + line(flip(right), (2, 5, 6, 6, 6, 6, 6), m.ink) + line(bottom, (3, 6, 6, 6, 3), m.ink)
    if collar_line:
        out += line(full_neck, (3, 6, 6, 6, 3), m.ink)
    return out


def shadow_of_hair(m, reach=1560):
    """What the hair leaves on the shoulders."""
    return pair(lambda k: fill(curve(mirror(k, half((120, 1352), (190, 1440), (230, 1500))), mirror(k, half((230, 1500), (262, 1470), (300, reach), (344, 1480), (390, 1520), (420, 1470))),
                                     mirror(k, half((420, 1470), (300, 1396), (190, 1352), (120, 1352)))), m.shade, 'opacity="0.8"'))


def open_front(m, edge, low, lapel=True, grow=14, stripe=None):
    """A jacket or coat that stands open: half[edge] is the line of its front, from the neck down to low."""
    side = [(x + grow, y) for x, y in TRUNK if 1380 < y < low - 30]
    front = half(*edge)
    end = (side[-1][0] + 18, low)
    right = half((edge[0][0], edge[0][1]), *side, end)
    base = half(end, ((end[0] + edge[-1][0]) / 2, low + 26), edge[-1])
    shape = curve(front[::-1], right, base)

    def one(k, far):
        name = f"in-front-{m.name}-{low}"
        out = clip(name, shape) + fill(shape, m.paint) + f'<g clip-path="url(#{name})">'
        out += fill(curve(half((408, 1700), (352, 1860), (332, 2010), (296, 2190), (300, 2360), (344, 2560), (360, low + 40)), half((360, low + 40), (560, low + 40), (560, 1700), (408, 1700))), m.shade, 'opacity="0.85"')
        for pts, w in ((((436, 1690), (392, 1756), (330, 1790), (262, 1800)), 18), (((420, 1760), (372, 1836), (318, 1880)), 14), (((352, 2190), (306, 2210), (250, 2190)), 16),
                       (((344, 2260), (290, 2290), (240, 2280)), 13), (((300, 1960), (340, 1980), (390, 1930)), 14)):
            out += fold(half(*pts), w, m.shade)
        out += fill(curve(half((140, 1340), (200, 1450), (236, 1510)), half((236, 1510), (256, 1468), (310, 1500), (352, 1520), (372, 1480), (420, 1520), (470, 1510)), half((470, 1510), (470, 1380), (140, 1340))), m.shade, 'opacity="0.8"')
        if stripe:
            out += line([(x, y - 44) for x, y in base], (26, 26, 26), stripe)
        if far:
            out += fill(shape, m.shade, 'opacity="0.22"')
        out += "</g>"
        out += line(front, (3, 6, 6, 6, 5), m.ink) + line(right, (2, 5, 6, 6, 6, 6), m.ink) + line(base, (4, 6, 4), m.ink)
        if lapel:
            x0, y0 = edge[0]
            leaf = half((x0, y0), (x0 + 66, y0 + 68), (x0 + 150, y0 + 226)), half((x0 + 150, y0 + 226), (x0 + 108, y0 + 252), (x0 + 146, y0 + 300)), half((x0 + 146, y0 + 300), (x0 + 110, y0 + 440), (edge[2][0] + 4, edge[2][1] + 60)), front[::-1][-3:]
            out += fill(curve(*leaf), m.paint) + fill(curve(half((x0 + 8, y0 + 90), (x0 + 40, y0 + 200), (x0 + 62, y0 + 380)), half((x0 + 62, y0 + 380), (x0 + 20, y0 + 200), (x0, y0 + 10), (x0 + 8, y0 + 90))), m.shade)
            if stripe:
                out += line(half((x0 + 24, y0 + 30), (x0 + 62, y0 + 84), (x0 + 132, y0 + 224)), (5, 9, 9), stripe) + line(half((x0 + 130, y0 + 300), (x0 + 100, y0 + 410), (x0 + 84, y0 + 490)), (9, 9, 3), stripe)
            for run in leaf[:3]:
                out += line(run, (3, 5, 4), m.ink)
        return out
    from face import mirror as reflected
    return f"<g {reflected}>{one(-1, False)}</g>" + one(1, True)


def collar(m, points=((104, 1316), (176, 1352), (250, 1424)), tip=(150, 1560), low=(0, 1478), trim=None):
    """A turned-down collar, both leaves."""
    def leaf(k):
        a, b, c = points
        d = curve(mirror(k, half(a, b, c)), mirror(k, half(c, ((c[0] + tip[0]) / 2 + 8, (c[1] + tip[1]) / 2), tip)), mirror(k, half(tip, (tip[0] * 0.45, (tip[1] + low[1]) / 2 + 6), low)),
                  mirror(k, half(low, (a[0] * 0.75, (a[1] + low[1]) / 2 + 10), a)))
        out = fill(d, m.paint)
        out += fill(curve(mirror(k, half(a, (a[0] - 4, a[1] + 90), (a[0] * 0.6, low[1] - 20), (0, low[1] + 16))), mirror(k, half((0, low[1] + 16), low, (a[0] * 0.75, (a[1] + low[1]) / 2 + 10), a))), m.shade)
        if trim:
            out += line(mirror(k, half((c[0] - 30, c[1] + 8), ((c[0] + tip[0]) / 2 - 20, (c[1] + tip[1]) / 2 - 8), (tip[0] - 4, tip[1] - 34))), (5, 6, 6), trim)
        out += line(mirror(k, half(a, b, c)), (3, 5, 5), m.ink) + line(mirror(k, half(c, ((c[0] + tip[0]) / 2 + 8, (c[1] + tip[1]) / 2), tip)), (5, 6, 5), m.ink)
        out += line(mirror(k, half(tip, (tip[0] * 0.45, (tip[1] + low[1]) / 2 + 6), low)), (5, 6, 3), m.ink) + line(mirror(k, half(low, (a[0] * 0.75, (a[1] + low[1]) / 2 + 10), a)), (3, 5, 3), m.ink)
        return out
    return pair(leaf)


def buttons(ys, x=0, paint="#F5C98E", ink="#5B3B22", r=14):
    out = ""
    for y in ys:
        out += f'<circle cx="{CX + x + 1}" cy="{y + 4}" r="{r + 1}" fill="{ink}"/><circle cx="{CX + x}" cy="{y}" r="{r}" fill="{paint}"/>'
        out += line(at([(-r * 0.5, -r * 0.2), (-r * 0.1, -r * 0.6), (r * 0.4, -r * 0.5)], CX + x, y), (1, 3, 1), "#FFFFFF", 'opacity="0.8"')
    return out


def bow(m, x, y, size=1.0, tails=True, knot=None):
    """A bow with its loops, tails and knot."""
    def r(*pts):
        return at([(px * size, py * size) for px, py in pts], x, y)
    out = ""
    for k in (1, -1):
        if tails:
            t = [(10 * k, 10), (40 * k, 90), (74 * k, 170), (92 * k, 262)], [(92 * k, 262), (60 * k, 236), (34 * k, 268)], [(34 * k, 268), (22 * k, 180), (4 * k, 90), (-8 * k, 10)]
            out += fill(curve(*(r(*q) for q in t)), m.paint)
            out += fill(curve(r((2 * k, 30), (26 * k, 130), (44 * k, 250)), r((44 * k, 250), (34 * k, 268), (22 * k, 180), (4 * k, 90), (2 * k, 30))), m.shade)
            out += "".join(line(r(*q), (3, 5, 3), m.ink) for q in t)
    for k in (1, -1):
        up, end = [(10 * k, -16), (58 * k, -58), (112 * k, -76), (172 * k, -66)], [(172 * k, -66), (180 * k, -20), (174 * k, 22), (156 * k, 60)]
        low, inner = [(156 * k, 60), (106 * k, 56), (54 * k, 40), (10 * k, 16)], [(172 * k, -66), (140 * k, -40), (132 * k, 0), (140 * k, 36), (156 * k, 60)]
        out += fill(curve(r(*up), r(*end), r(*low)), m.paint)
        out += fill(curve(r((10 * k, 2), (60 * k, 16), (104 * k, 24), (137 * k, 26)), r((137 * k, 26), (144 * k, 44), (156 * k, 60)), r(*low)), m.shade)
        out += fill(curve(r(*inner), r(*end[::-1])), m.ink, 'opacity="0.55"') + line(r(*inner), (3, 4.5, 5, 4.5, 3), m.ink)
        out += fill(curve(r((20 * k, -8), (62 * k, -24), (104 * k, -24)), r((104 * k, -24), (62 * k, -13), (20 * k, -8))), m.shade)
        out += fill(curve(r((56 * k, -46), (92 * k, -62), (130 * k, -64)), r((130 * k, -64), (94 * k, -50), (56 * k, -46))), m.light)
        out += line(r(*up), (3, 6, 4), m.ink) + line(r(*end), (4, 6, 4), m.ink) + line(r(*low), (4, 6, 3), m.ink)
    ring = r((-26, -26), (0, -32), (26, -26), (32, 2), (24, 32), (0, 36), (-24, 32), (-32, 2), (-26, -26))
    out += fill(curve(ring), knot or m.paint) + fill(curve(r((4, -30), (26, -26), (32, 2), (24, 32), (0, 36)), r((0, 36), (12, 8), (4, -30))), m.shade, 'opacity="0.8"')
    return out + line(ring, (4, 5.5, 5.5, 4), m.ink) + line(r((-8, -26), (-12, 0), (-8, 28)), (1, 3.5, 1), m.ink)


def hood(m):
    """A hood that lies on the shoulders, and its strings' holes."""
    outer = half((0, 1300), (130, 1306), (236, 1356), (312, 1430), (330, 1500), (270, 1560), (150, 1600), (60, 1640), (0, 1680))
    inner = half((0, 1500), (60, 1470), (110, 1410), (124, 1350), (110, 1310))
    shape = curve(outer, flip(outer)[::-1])
    hole = curve(inner, flip(inner)[::-1])
    out = f'<path d="{shape}{hole}" fill-rule="evenodd" fill="{m.paint}"/>'
    out += pair(lambda k: fill(curve(mirror(k, half((0, 1680), (60, 1640), (150, 1600), (270, 1560), (330, 1500))), mirror(k, half((330, 1500), (250, 1530), (140, 1556), (50, 1594), (0, 1626)))), m.shade))
    out += pair(lambda k: fold(mirror(k, half((300, 1440), (220, 1450), (150, 1500))), 14, m.shade) + fold(mirror(k, half((250, 1380), (190, 1400), (140, 1450))), 12, m.shade))
    out += line(outer[1:] + flip(outer)[::-1][1:-1], (4, 6, 6, 6, 6, 6, 4), m.ink) + line(inner + [], (5, 6, 6, 4), m.ink) + line(flip(inner), (5, 6, 6, 4), m.ink)
    return out


def scarf(m, fringe=True):
    """A scarf around the neck; the hanging end is a part of its own."""
    band = half((0, 1388), (90, 1376), (170, 1340), (206, 1300), (196, 1250), (140, 1230), (0, 1262))
    shape = curve(band, flip(band)[::-1])
    low = half((0, 1470), (120, 1456), (216, 1404), (240, 1346), (206, 1300), (120, 1372), (0, 1392))
    out = fill(curve(low, flip(low)[::-1]), m.paint) + pair(lambda k: fill(curve(mirror(k, half((0, 1470), (120, 1456), (216, 1404), (238, 1356))), mirror(k, half((238, 1356), (180, 1410), (90, 1436), (0, 1446)))), m.shade))
    out += line(low[:5] , (6, 6, 6, 4), m.ink) + line(flip(low[:5]), (6, 6, 6, 4), m.ink)
    out += fill(shape, m.paint) + pair(lambda k: fold(mirror(k, half((196, 1290), (110, 1330), (10, 1344))), 14, m.shade) + fold(mirror(k, half((170, 1250), (90, 1282), (0, 1296))), 10, m.light))
    out += line(band, (6, 6, 6, 6, 6), m.ink) + line(flip(band), (6, 6, 6, 6, 6), m.ink)
    return out


def scarf_end(m):
    a = half((60, 1400), (40, 1560), (54, 1720), (40, 1880)), half((40, 1880), (100, 1896), (170, 1884)), half((170, 1884), (180, 1720), (166, 1560), (150, 1390))
    out = fill(curve(*a), m.paint) + fill(curve(half((120, 1420), (128, 1600), (120, 1760), (132, 1886)), half((132, 1886), (170, 1884), (180, 1720), (166, 1560), (150, 1390), (120, 1420))), m.shade)
    for x in range(46, 168, 20):
        out += line(half((x, 1884), (x + 4, 1930)), (7, 5, 2), m.base) + line(half((x + 10, 1886), (x + 13, 1926)), (1, 2.5, 1), m.ink)
    out += "".join(line(run, (4, 6, 4), m.ink) for run in a)
    for y in (1780, 1812):
        out += line(half((46, y), (106, y + 12), (172, y + 2)), (10, 11, 10), m.light)
    return out
