"""Ren's hair: short, tousled, near black, with one crimson lock; and the ring in his ear."""
from design import *
from ink import CX, Lock, curve, fill, flip, half, line
from locks import cap, cast, defs, hung, lock, turned
from paint import linear
from section import Part, Section

CROWN = half((0, 262), (124, 270), (230, 308), (316, 384), (374, 480), (398, 590), (396, 690))


def back_hair():
    """The nape, seen beside the neck, in points."""
    right = half((0, 380), (250, 404), (386, 520), (426, 700), (414, 880), (350, 1010))
    points = half((350, 1010), (330, 1040), (316, 1092)), half((316, 1092), (290, 1040), (270, 1020)), half((270, 1020), (250, 1080), (226, 1140)), half((226, 1140), (206, 1080), (180, 1060)), half((180, 1060), (120, 1120), (0, 1130))
    shape = curve(right, *points, *[flip(p)[::-1] for p in points[::-1]], flip(right)[::-1])
    out = fill(shape, "url(#back)")
    for run in (right[2:],) + points[:4]:
        out += line(run, (2, 5, 2), HAIR_LINE) + line(flip(run), (2, 5, 2), HAIR_LINE)
    return out


# Spiky locks, no two alike; the last is painted over the others.
FRINGE = {
    1: dict(edges=(half((-250, 320), (-330, 420), (-384, 560), (-386, 680)), half((-150, 330), (-240, 450), (-292, 580), (-316, 690)), half((-372, 836))[0]), ring=(0.24, 0.38, 3)),
    2: dict(edges=(half((-190, 310), (-276, 410), (-322, 530), (-322, 620)), half((-90, 320), (-150, 430), (-196, 540), (-230, 640)), half((-292, 760))[0]), ring=(0.22, 0.4, 4)),
    3: dict(edges=(half((-120, 300), (-180, 410), (-214, 520), (-206, 600)), half((-20, 310), (-50, 420), (-82, 530), (-118, 620)), half((-190, 728))[0]), ring=(0.22, 0.41, 4)),
    8: dict(edges=(half((270, 330), (336, 420), (380, 560), (384, 690)), half((180, 330), (250, 440), (300, 570), (316, 690)), half((366, 850))[0]), ring=(0.24, 0.38, 3), swap=True),
    7: dict(edges=(half((120, 310), (190, 430), (230, 540), (246, 620)), half((220, 310), (290, 420), (326, 540), (318, 640)), half((270, 770))[0]), ring=(0.22, 0.4, 4)),
    6: dict(edges=(half((50, 300), (110, 420), (140, 530), (152, 600)), half((150, 310), (210, 430), (240, 540), (226, 640)), half((152, 752))[0]), ring=(0.22, 0.41, 4)),
    5: dict(edges=(half((-10, 300), (30, 420), (46, 520), (40, 590)), half((80, 300), (128, 420), (144, 530), (118, 640)), half((38, 760))[0]), ring=(0.22, 0.42, 4)),
    4: dict(edges=(half((-70, 296), (-106, 410), (-118, 510), (-100, 590)), half((30, 300), (40, 420), (22, 530), (-24, 650)), half((-84, 778))[0]), ring=(0.22, 0.42, 4), crimson=True),
}
ORDER = (1, 8, 2, 7, 3, 6, 5, 4)


def edges(n):
    left, right, tip = FRINGE[n]["edges"]
    return (right, left, tip) if FRINGE[n].get("swap") else (left, right, tip)


def fringe_part(n):
    paint = "url(#crimson)" if FRINGE[n].get("crimson") else "url(#hair)"
    dark = "url(#crimson-dark)" if FRINGE[n].get("crimson") else "url(#shade)"
    left, right, tip = edges(n)
    return lock(left, right, tip, ring=FRINGE[n]["ring"], threads=[((0.4, 0.5), 0.4, 0.95, 3), ((0.7, 0.6), 0.1, 0.6, 2.5)], start=0.26, paint=paint, dark=dark)


SIDE = half((300, 480), (346, 620), (352, 740), (334, 850)), half((360, 470), (404, 620), (412, 760), (384, 880)), half((322, 1004))[0]
TUFT = half((316, 600), (352, 700), (362, 800)), half((392, 560), (438, 690), (440, 800)), half((430, 930))[0]


def side(k):
    out = lock(*turned(k, TUFT), start=0.2, threads=[((0.5, 0.5), 0.3, 0.9, 3)])
    return out + lock(*turned(k, SIDE), start=0.16, threads=[((0.5, 0.5), 0.2, 0.95, 3)], glints=[((0.35, 0.4), 0.3, 0.7)])


def spikes():
    """Locks that stand up on the crown."""
    out = ""
    for left, right, tip in ((half((-210, 330), (-236, 262), (-250, 220)), half((-110, 300), (-160, 250), (-196, 214)), half((-262, 168))[0]),
                             (half((90, 300), (130, 244), (176, 212)), half((200, 326), (216, 270), (222, 228)), half((252, 180))[0]),
                             (half((-110, 300), (-96, 226), (-60, 186)), half((10, 296), (-10, 236), (-22, 200)), half((-6, 138))[0]),
                             (half((-20, 296), (30, 222), (84, 190)), half((110, 300), (112, 246), (120, 206)), half((142, 150))[0])):
        out += lock(left, right, tip, start=0.1, width=5.5, threads=[((0.5, 0.5), 0.2, 0.9, 3)])
    return out


def ring():
    x, y = CX + 340, 966
    return f'<circle cx="{x}" cy="{y}" r="17" fill="none" stroke="#5A6274" stroke-width="11"/><circle cx="{x}" cy="{y}" r="17" fill="none" stroke="#D7DEEA" stroke-width="6"/>'


def fringe_shadow():
    shapes = [(Lock(*edges(n)).outline(), 12, 28) for n in ORDER]
    shapes += [(Lock(*turned(-1, SIDE)).outline(), 22, 12), (Lock(*SIDE).outline(), -8, 12)]
    return cast(shapes + [(curve(half((-340, 360), (340, 360)), half((340, 360), (310, 600), (0, 560), (-310, 600), (-340, 360))), 0, 0)])


def section():
    front = [0.4, 0.04]
    paints = defs() + [linear("crimson", 0, 300, 0, 780, (0, HAIR_FALL[1]), (0.16, HAIR_FALL[1]), (0.4, "#D22F42"), (0.65, "#B3202F"), (1, "#F0606A")), linear("crimson-dark", 0, 300, 0, 780, (0, "#8E1626"), (1, "#A32234"))]
    parts = [Part("back-hair", 10, back_hair(), group="head", depth=[-0.12, -0.05])]
    for k, s in ((1, "l"), (-1, "r")):
        parts.append(Part(f"side-hair-{s}", 610, side(k), group="head", depth=front, pivot=[CX + k * 350, 540], **hung(0.5 + 0.04 * k, 0.25, 0.8, joints=3)))
    parts.append(Part("spikes", 598, spikes(), group="head", depth=0.1, pivot=[CX, 320], **hung(0.4, 0.3, 1, to=[CX, 150], joints=2)))
    parts.append(Part("hair-cap", 600, cap(CROWN, (312, 690)), group="head", depth=front))
    for place, n in enumerate(ORDER):
        left, right, _ = edges(n)
        parts.append(Part(f"fringe-{n}", 620 + place, fringe_part(n), group="head", depth=[0.62, 0.12], pivot=[round((left[0][0] + right[0][0]) / 2), 420], **hung(0.42 + 0.03 * (n % 4), 0.22, 0.75)))
    parts.append(Part("ear-ring", 405, ring(), group="head", depth=-0.1, pivot=[CX + 340, 950], **hung(0.4, 0.12, 0.1, joints=2)))
    hit = [{"id": "head", "title": "Head", "parts": ["hair-cap", "spikes"]},
           {"id": "hair", "title": "Hair", "parts": [f"fringe-{n}" for n in ORDER] + ["side-hair-l", "side-hair-r"]}]
    return Section(defs=paints, parts=parts, extra={"hitAreas": hit})
