"""Miyu's hair: long and straight, cut in the way of a princess, with a moon in it."""
from design import *
from ink import CX, Lock, curve, fill, flip, half, line
from locks import cap, cast, defs, hung, lock, turned
from paint import clip
from section import Part, Section

# ---- behind the head ----


def back_hair():
    right = half((0, 330), (130, 344), (240, 392), (336, 474), (402, 580), (442, 710), (456, 900), (458, 1200), (456, 1500), (462, 1800), (456, 2060), (430, 2260))
    tips = half((430, 2260), (392, 2236), (372, 2290)), half((372, 2290), (322, 2262), (296, 2322)), half((296, 2322), (236, 2284), (200, 2336)), half((200, 2336), (130, 2300), (90, 2344)), half((90, 2344), (40, 2310), (0, 2330))
    left = [flip(r)[::-1] for r in tips[::-1]]
    shape = curve(right, *tips, *left, flip(right)[::-1])
    out = clip("in-back", shape) + fill(shape, "url(#back)") + '<g clip-path="url(#in-back)">'
    out += fill(curve(half((-300, 700), (-310, 1000), (-270, 1300), (-240, 1700), (-260, 2360)), half((-260, 2360), (260, 2360)), half((260, 2360), (240, 1700), (270, 1300), (310, 1000), (300, 700)), half((300, 700), (-300, 700))), "url(#back-in)", 'opacity="0.85"')
    for x0, x1 in ((-410, -424), (-366, -390), (-318, -338), (-250, -250), (-170, -150), (170, 150), (250, 250), (318, 338), (366, 390), (410, 424)):
        out += line(half((x0 * 0.98, 820), (x0, 1400), (x1, 2220)), (0.5, 4, 4, 0.5), HAIR_LINE, 'opacity="0.5"')
    for x0, x1 in ((-436, -440), (-390, -404), (392, 408), (432, 438)):
        out += line(half((x0, 980), (x0 * 1.01, 1400), (x1, 1960)), (0.5, 13, 11, 0.5), HAIR_TIP, 'opacity="0.7"')
    out += "</g>"
    for e in (right[1:], flip(right[1:])):
        out += line(e, (2, 5, 6, 6, 6, 6, 2), HAIR_LINE)
    for run in tips + tuple(flip(r) for r in tips):
        out += line(run, (1.5, 4, 1.5), HAIR_LINE)
    return out


def strand(k):
    """A long lock that falls before the shoulder."""
    outer = half((286, 800), (330, 1000), (352, 1300), (360, 1600), (330, 1900)), half((420, 800), (446, 1000), (456, 1300), (446, 1620), (400, 1900)), half((342, 2060))[0]
    inner = half((270, 900), (296, 1100), (300, 1350), (282, 1600)), half((330, 900), (372, 1100), (380, 1350), (350, 1620)), half((286, 1790))[0]
    out = lock(*turned(k, outer), start=0.12, threads=[((0.5, 0.5), 0.2, 0.95, 3.5), ((0.3, 0.3), 0.4, 0.97, 3)], glints=[((0.65, 0.62), 0.2, 0.6)])
    return out + lock(*turned(k, inner), start=0.2, threads=[((0.45, 0.5), 0.3, 0.95, 3)], glints=[((0.3, 0.35), 0.3, 0.7)])


# ---- over the face ----

FRINGE = {
    1: (half((-230, 330), (-306, 430), (-338, 560), (-334, 680), (-322, 742)), half((-140, 330), (-214, 450), (-240, 560), (-236, 660), (-222, 736))),
    2: (half((-160, 320), (-230, 430), (-258, 560), (-250, 660), (-232, 738)), half((-80, 330), (-116, 450), (-126, 560), (-122, 650), (-112, 728))),
    3: (half((-96, 312), (-138, 430), (-146, 560), (-138, 650), (-120, 728)), half((-20, 322), (-26, 440), (-24, 550), (-22, 640), (-18, 722))),
    4: (half((-40, 308), (-50, 430), (-46, 560), (-34, 640), (-26, 722)), half((52, 308), (80, 430), (94, 560), (98, 650), (94, 726))),
    5: (half((40, 312), (74, 430), (88, 560), (90, 650), (88, 726)), half((120, 330), (176, 450), (204, 560), (210, 650), (204, 732))),
    6: (half((100, 320), (168, 440), (198, 560), (204, 660), (200, 732)), half((190, 330), (270, 440), (318, 560), (330, 680), (318, 744))),
}
ORDER = (1, 6, 2, 5, 3, 4)


def fringe_part(n):
    left, right = FRINGE[n]
    return lock(left, right, None, ring=(0.24, 0.42, 4), threads=[((0.4, 0.42), 0.5, 0.97, 3), ((0.7, 0.68), 0.1, 0.6, 2.5)], start=0.3, blunt=True, shade=((0.97, 0.8, 0.76, 0.8), 0.1))


# The princess's side locks: blunt, at the height of the chin.
SIDE = half((262, 430), (302, 560), (312, 740), (312, 940), (304, 1130)), half((326, 420), (384, 600), (404, 800), (412, 980), (410, 1136))


def side(k):
    left, right = SIDE if k > 0 else (flip(SIDE[1]), flip(SIDE[0]))
    out = lock(left, right, None, start=0.16, blunt=True, threads=[((0.36, 0.36), 0.2, 0.98, 3), ((0.66, 0.66), 0.3, 0.98, 3)], glints=[((0.5, 0.5), 0.25, 0.6), ((0.2, 0.2), 0.5, 0.85)])
    stray = half((304, 800), (290, 960), (276, 1060)), half((316, 800), (308, 960), (290, 1070)), half((262, 1150))[0]
    return out + lock(*turned(k, stray), start=0.0, shade=None, width=3.5)


def moon():
    x, y, r = CX - 300, 560, 64
    crescent = f'<path d="M{x + 10} {y - r}A{r} {r} 0 1 0 {x + r - 6} {y + 20}A{r * 0.72:.0f} {r * 0.72:.0f} 0 1 1 {x + 10} {y - r}Z" fill="#FFE9B0" stroke="#A97B2E" stroke-width="7" stroke-linejoin="round"/>'
    beads = "".join(f'<circle cx="{x + 6 + 9 * k}" cy="{y + 96 + 40 * k}" r="{13 - 2 * k}" fill="#C9A6F5" stroke="#5A3E96" stroke-width="4"/>' for k in range(3))
    chain = line([(x + 2, y + 60), (x + 10, y + 110), (x + 24, y + 176)], (3, 3, 3), "#A97B2E")
    return chain + beads + crescent + line([(x - 34, y - 8), (x - 30, y + 18), (x - 14, y + 38)], (2, 8, 2), "#FFFFFF", 'opacity="0.8"')


def mark():
    """A beauty mark under her left eye."""
    return f'<circle cx="{CX + 196}" cy="956" r="6.5" fill="{SKIN_LINE}"/>'


def fringe_shadow():
    shapes = [(Lock(*FRINGE[n]).outline(), 8, 26) for n in ORDER]
    shapes += [(Lock(flip(SIDE[1]), flip(SIDE[0])).outline(), 20, 10), (Lock(*SIDE).outline(), -8, 10)]
    return cast(shapes + [(curve(half((-340, 360), (340, 360)), half((340, 360), (310, 640), (0, 620), (-310, 640), (-340, 360))), 0, 0)])


def section():
    front = [0.4, 0.04]
    parts = [Part("back-hair", 10, back_hair(), group="head", depth=[-0.5, -0.3], pivot=[CX, 900], **hung(1.6, 0.25, 0.12, to=[CX, 2340], joints=5))]
    for k, s in ((1, "l"), (-1, "r")):
        parts.append(Part(f"long-hair-{s}", 395, strand(k), group="head", depth=[0.1, -0.1], pivot=[CX + k * 350, 860], **hung(1.35 + 0.07 * k, 0.2, 0.1, joints=5)))
        parts.append(Part(f"side-hair-{s}", 610, side(k), group="head", depth=front, pivot=[CX + k * 330, 560], **hung(0.9 + 0.05 * k, 0.22, 0.3)))
    parts.append(Part("hair-cap", 600, cap(), group="head", depth=front))
    for place, n in enumerate(ORDER):
        root = FRINGE[n][0][0][0] * 0.5 + FRINGE[n][1][0][0] * 0.5
        parts.append(Part(f"fringe-{n}", 620 + place, fringe_part(n), group="head", depth=[0.62, 0.12], pivot=[round(root), 420], **hung(0.48 + 0.03 * (n % 4), 0.24, 0.75)))
    parts.append(Part("moon", 641, moon(), group="head", depth=[0.5, 0.05], pivot=[CX - 300, 540], **hung(0.5, 0.15, 0.5, joints=2)))
    parts.append(Part("beauty-mark", 437, mark(), group="head", depth=[0.42, 0.08]))
    hit = [{"id": "head", "title": "Head", "parts": ["hair-cap"]},
           {"id": "hair", "title": "Hair", "parts": [f"fringe-{n}" for n in ORDER] + ["side-hair-l", "side-hair-r", "long-hair-l", "long-hair-r"]}]
    return Section(defs=defs(), parts=parts, extra={"hitAreas": hit})
