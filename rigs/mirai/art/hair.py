"""Mirai's hair: a teal bob with its back, cap, sides, fringe and ahoge, and the star in it."""
from design import *
from ink import CX, Lock, curve, fill, flip, half, line
from locks import cap, cast, defs, hung, lock, turned
from paint import clip
from section import Part, Section
from star import hair_clip

# ---- behind the head ----

def back_hair():
    right = half((0, 330), (130, 344), (240, 392), (320, 480), (372, 580), (414, 690), (446, 800), (462, 960), (460, 1110), (434, 1250), (384, 1360), (312, 1436))
    tips = half((312, 1436), (306, 1410), (292, 1394)), half((292, 1394), (240, 1440), (176, 1466)), half((176, 1466), (176, 1436), (160, 1410)), \
        half((160, 1410), (110, 1450), (36, 1474)), half((36, 1474), (32, 1450), (10, 1430))
    left = [flip(r)[::-1] for r in tips[::-1]]
    shape = curve(right, *tips, flip(half((10, 1430), (0, 1430)))[::-1], *left, flip(right)[::-1])
    out = clip("in-back", shape) + fill(shape, "url(#back)") + '<g clip-path="url(#in-back)">'
    # the hollow around the neck
    out += fill(curve(half((-300, 700), (-306, 1000), (-290, 1240), (-232, 1420), (-150, 1540)), half((-150, 1540), (150, 1540)),
                      half((150, 1540), (232, 1420), (290, 1240), (306, 1000), (300, 700)), half((300, 700), (-300, 700))), "url(#back-in)")
    for x0, x1, y1 in ((-400, -392, 1440), (-352, -330, 1450), (-268, -214, 1490), (-180, -120, 1490), (268, 214, 1490), (180, 120, 1490), (352, 330, 1450), (404, 396, 1430)):
        out += line(half((x0 * 0.98, 900), (x0 * 1.04, 1180), (x1, y1)), (0.5, 5, 4, 0.5), HAIR_LINE, 'opacity="0.7"')
    for x0, x1 in ((-424, -414), (420, 408)):
        out += line(half((x0, 1000), (x0 * 1.02, 1160), (x1, 1330)), (0.5, 9, 8, 0.5), HAIR_TIP, 'opacity="0.5"')
    out += "</g>"
    edge = half((130, 344), (240, 392), (320, 480), (372, 580), (414, 690), (446, 800), (462, 960), (460, 1110), (434, 1250), (384, 1360), (312, 1436))
    for e in (edge, flip(edge)):
        out += line(e, (2, 5, 6, 6, 6, 2), HAIR_LINE)
    for run in tips + tuple(flip(r) for r in tips):
        out += line(run, (1.5, 4, 1.5), HAIR_LINE)
    return out


def strand(k):
    """A lock at the outer edge of the back hair, flicked outwards."""
    main = half((360, 860), (396, 1020), (408, 1160), (410, 1250)), half((440, 780), (474, 960), (480, 1120), (470, 1240)), half((516, 1376))[0]
    extra = half((270, 820), (306, 1010), (336, 1150), (352, 1270)), half((392, 820), (410, 1010), (424, 1150), (424, 1280)), half((418, 1436))[0]
    if k < 0:
        main = flip(half((440, 780), (472, 960), (474, 1110), (460, 1226))), flip(half((360, 860), (394, 1020), (400, 1150), (398, 1240))), flip(half((490, 1392)))[0]
        extra = flip(half((392, 820), (408, 1010), (420, 1150), (416, 1270))), flip(half((270, 820), (304, 1010), (330, 1150), (346, 1260))), flip(half((398, 1420)))[0]
    out = lock(*extra, paint="url(#back)", start=0.35, dark="url(#back-in)", threads=[((0.5, 0.5), 0.5, 0.95, 3)])
    out += lock(*main, paint="url(#back)", start=0.25, dark="url(#back-in)", threads=[((0.4, 0.45), 0.4, 0.95, 3.5)],
                glints=[((0.25, 0.3), 0.45, 0.8)])
    return out


# ---- over the face ----

FRINGE = {
    1: dict(left=half((-220, 330), (-306, 430), (-346, 550), (-348, 680), (-330, 780)), right=half((-140, 330), (-218, 440), (-254, 560), (-272, 670), (-296, 780)),
            tip=half((-296, 892))[0], ring=(0.22, 0.38, 3), threads=[((0.5, 0.4), 0.3, 0.9, 3)]),
    2: dict(left=half((-160, 320), (-238, 420), (-278, 530), (-282, 606), (-258, 684)), right=half((-92, 330), (-128, 440), (-150, 540), (-164, 606), (-204, 684)),
            tip=half((-216, 780))[0], ring=(0.21, 0.40, 4), threads=[((0.35, 0.4), 0.5, 0.95, 3), ((0.68, 0.6), 0.1, 0.6, 3)],
            wisp=(half((-186, 580), (-184, 660), (-168, 716)), half((-150, 580), (-152, 660), (-152, 712)), half((-144, 758))[0])),
    3: dict(left=half((-110, 312), (-154, 420), (-176, 530), (-172, 606), (-136, 684)), right=half((-36, 322), (-52, 440), (-60, 540), (-62, 606), (-92, 684)),
            tip=half((-104, 768))[0], ring=(0.22, 0.41, 3), threads=[((0.4, 0.5), 0.5, 0.95, 3)]),
    7: dict(right=half((220, 330), (304, 430), (344, 550), (350, 680), (332, 780)), left=half((140, 330), (218, 440), (254, 560), (274, 670), (298, 780)),
            tip=half((296, 904))[0], ring=(0.22, 0.37, 3), threads=[((0.5, 0.6), 0.3, 0.9, 3)]),
    6: dict(right=half((150, 320), (232, 420), (276, 530), (284, 606), (266, 684)), left=half((84, 330), (124, 440), (152, 540), (172, 606), (214, 684)),
            tip=half((246, 802))[0], ring=(0.21, 0.39, 4), threads=[((0.5, 0.5), 0.5, 0.95, 3), ((0.3, 0.35), 0.1, 0.5, 3)]),
    5: dict(right=half((98, 312), (154, 420), (182, 530), (188, 606), (168, 684)), left=half((20, 322), (50, 440), (76, 540), (98, 606), (132, 684)),
            tip=half((136, 776))[0], ring=(0.22, 0.40, 3), threads=[((0.6, 0.5), 0.5, 0.95, 3)],
            wisp=(half((66, 580), (78, 656), (84, 710)), half((106, 580), (108, 656), (99, 710)), half((90, 752))[0])),
    4: dict(left=half((-62, 306), (-86, 420), (-98, 524), (-88, 612), (-54, 700), (-34, 762)), right=half((40, 308), (74, 420), (90, 516), (76, 604), (34, 690), (-2, 758)),
            tip=half((-26, 838))[0], ring=(0.22, 0.42, 5), threads=[((0.3, 0.36), 0.5, 0.96, 3.5), ((0.62, 0.58), 0.08, 0.6, 3), ((0.66, 0.66), 0.62, 0.95, 2.5)]),
}
ORDER = (1, 7, 2, 6, 3, 5, 4)


def fringe_part(n):
    f = FRINGE[n]
    thin = lock(*f["wisp"], start=0.1, shade=((0.8, 0.6, 0.5), 0), width=4) if "wisp" in f else ""
    return thin + lock(f["left"], f["right"], f["tip"], ring=f["ring"], threads=f["threads"], start=0.3)


INNER = half((250, 430), (300, 560), (306, 720), (304, 860), (298, 980), (268, 1110), (238, 1200)), \
    half((326, 430), (372, 600), (384, 800), (384, 960), (364, 1110), (320, 1220), (262, 1280)), half((176, 1316))[0]
OUTER = half((276, 400), (326, 560), (340, 760), (348, 960), (348, 1110), (318, 1240), (270, 1320)), \
    half((318, 402), (382, 510), (420, 626), (447, 800), (456, 960), (448, 1110), (410, 1256), (340, 1360)), half((224, 1420))[0]
STRAY = half((300, 800), (286, 930), (262, 1030)), half((316, 800), (304, 940), (276, 1040)), half((214, 1124))[0]


def side(k):
    """Locks beside the face that curl in under the jaw."""
    out = lock(*turned(k, OUTER), start=(0.24, 0.02) if k > 0 else (0.02, 0.24), shade=((0.9, 0.76, 0.72, 0.6), 0.1), threads=[((0.5, 0.5), 0.3, 0.95, 4), ((0.3, 0.25), 0.5, 0.97, 3)], width=6.5,
               glints=[((0.62, 0.6), 0.35, 0.7), ((0.4, 0.38), 0.6, 0.85)])
    out += lock(*turned(k, STRAY), start=0.0, shade=None, width=3.5)
    out += lock(*turned(k, INNER), start=0.18, shade=((0.95, 0.7, 0.62, 0.55), 0.08), threads=[((0.45, 0.45), 0.3, 0.95, 4), ((0.7, 0.7), 0.45, 0.9, 3)],
                glints=[((0.2, 0.22), 0.3, 0.62), ((0.3, 0.3), 0.66, 0.86)])
    # a loose hair that leaves the outline
    loose = half((428, 690), (448, 780), (466, 880), (464, 980)) if k > 0 else flip(half((442, 760), (456, 840), (472, 930), (466, 1020)))
    return out + line(loose, (0.5, 5, 4, 0.5), HAIR_LINE)


def ahoge():
    a = lock(half((-26, 322), (-58, 258), (-42, 190), (24, 150)), half((14, 318), (-14, 262), (0, 214), (46, 182)), half((128, 196))[0],
             start=0.12, width=5.5, threads=[((0.5, 0.5), 0.3, 0.9, 3)], glints=[((0.25, 0.25), 0.3, 0.7)])
    b = lock(half((-28, 316), (-66, 278), (-110, 262)), half((-2, 318), (-44, 262), (-104, 244)), half((-156, 264))[0], start=0.15, width=4.5)
    return b + a


def fringe_shadow():
    shapes = [(Lock(FRINGE[n]["left"], FRINGE[n]["right"], FRINGE[n]["tip"]).outline(), 12, 30) for n in ORDER]
    left, _, tip = INNER
    beside = left, half((420, 430), (420, 1310)), tip
    shapes += [(Lock(*turned(-1, beside)).outline(), 22, 14), (Lock(*beside).outline(), -6, 14)]
    return cast(shapes + [(curve(half((-340, 360), (340, 360)), half((340, 360), (310, 640), (0, 600), (-310, 640), (-340, 360))), 0, 0)])


def section():
    behind, front = -0.3, [0.4, 0.04]
    parts = [Part("back-hair", 10, back_hair(), group="head", depth=[-0.55, -0.3], pivot=[1024, 820], **hung(1.25, 0.25, 0.3, to=[1024, 1470]))]
    for k, s in ((1, "l"), (-1, "r")):
        parts.append(Part(f"back-hair-strand-{s}", 20, strand(k), group="head", depth=behind, pivot=[CX + k * 400, 830], **hung(1.1 + 0.06 * k, 0.2, 0.3)))
        parts.append(Part(f"side-hair-{s}", 610, side(k), group="head", depth=front, pivot=[CX + k * 330, 560], **hung(0.98 + 0.05 * k, 0.2, 0.35)))
    parts.append(Part("hair-cap", 600, cap(), group="head", depth=front))
    for place, n in enumerate(ORDER):
        root = FRINGE[n]["left"][0][0] * 0.5 + FRINGE[n]["right"][0][0] * 0.5
        parts.append(Part(f"fringe-{n}", 620 + place, fringe_part(n), group="head", depth=[0.62, 0.12], pivot=[round(root), 420], **hung(0.46 + 0.03 * (n % 4), 0.2, 0.7)))
    parts.append(Part("ahoge", 640, ahoge(), group="head", depth=0.3, pivot=[1012, 316], **hung(0.42, 0.14, 1, to=[1060, 160], joints=3)))
    parts.append(Part("hair-clip", 641, hair_clip(), group="head", depth=[0.5, 0.05]))
    hit = [{"id": "head", "title": "Head", "parts": ["hair-cap", "ahoge"]},
           {"id": "hair", "title": "Hair", "parts": [f"fringe-{n}" for n in ORDER] + ["side-hair-l", "side-hair-r", "back-hair-strand-l", "back-hair-strand-r"]}]
    return Section(defs=defs(), parts=parts, extra={"hitAreas": hit})
