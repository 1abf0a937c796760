"""The body: neck, chest and articulated arms, what carries them and how they move.

Every limb is drawn hanging straight down from its joint, so a turn about the joint is all that moves it. The
arms hang behind the clothes of the trunk; when they come forward they are drawn before everything.
"""
from design import *
from face import both
from head import sides
from ink import CX, curve, fill, flip, half, line, sample
from paint import clip, linear, soft
from section import Part, Section

NECK_R = half((NECK, 1000), (NECK - 2, 1190), (NECK, 1250), (NECK + 14, 1314), (NECK + 70, 1372), (NECK + 170, 1440))
SHAPE_R = half(*TRUNK)


def defs():
    return [
        linear("arm-skin", CX + SHOULDER[0] - 80, 0, CX + SHOULDER[0] + 90, 0, (0, SKIN_WARM), (0.35, SKIN_LIGHT), (0.75, SKIN), (1, SKIN_SHADE)),
        linear("chest-skin", 0, 1300, 0, 1700, (0, SKIN_WARM), (1, SKIN)),
        clip("in-trunk", trunk()),
        soft("blur-24", 24),
    ]


def trunk(grow=0, low=3080):
    """The outline of the trunk, made wider by some units."""
    right = [(x + grow, y) for x, y in SHAPE_R]
    return curve(right, half((TRUNK[-1][0] + grow, low), (-TRUNK[-1][0] - grow, low)), flip(right)[::-1])


def neck():
    shape = curve(NECK_R, half((NECK + 170, 1440), (200, 1560), (0, 1640), (-200, 1560), (-NECK - 170, 1440)), flip(NECK_R)[::-1])
    out = fill(shape, "url(#neck-skin)")
    out += line(NECK_R[1:], (3, 6, 5, 4, 1), SKIN_LINE) + line(flip(NECK_R[1:]), (3, 6, 5, 4, 1), SKIN_LINE)
    out += line(half((70, 1290), (54, 1366), (22, 1424)), (0.5, 3.5, 1), SKIN_DEEP, 'opacity="0.8"')
    out += line(half((-66, 1294), (-52, 1368), (-22, 1424)), (0.5, 3.5, 1), SKIN_DEEP, 'opacity="0.8"')
    return out


def neck_shadow():
    """What the chin leaves on the neck: a curved band."""
    w = NECK - 2
    d = curve(half((-w, 1000), (w, 1000)), half((w, 1000), (w + 2, 1200)), half((w + 2, 1200), (w * 0.8, 1262), (40, 1300), (6, 1306), (-50, 1282), (-w * 0.9, 1224), (-w - 2, 1180)), half((-w - 2, 1180), (-w, 1000)))
    return fill(d, SKIN_DEEP, 'opacity="0.62"')


def chest():
    """The skin of shoulders and chest, under whatever is worn."""
    out = fill(trunk(-6, 2300), "url(#chest-skin)") + '<g clip-path="url(#in-trunk)">'
    for k in (1, -1):
        bone = half((34, 1436), (120, 1424), (230, 1408), (330, 1420))
        out += line(bone if k > 0 else flip(bone), (4, 4, 3, 0.5), SKIN_DEEP, 'opacity="0.75"')
    out += fill(curve(half((150, 1500), (260, 1640), (300, 1800), (460, 1800), (470, 1500), (150, 1500))), SKIN_SHADE, 'opacity="0.35" filter="url(#blur-24)"')
    out += "</g>"
    return out + line(SHAPE_R[:5], (1, 5, 6, 4), SKIN_LINE) + line(flip(SHAPE_R[:5]), (1, 5, 6, 4), SKIN_LINE)


# ---- limbs: tubes that hang from a joint ----

def tube(top, bottom, widths, paint, ink, shade="", shade_alpha=0.8, open_top=True, hem=0, width=6):
    """A sleeve or a bare limb between two points, on the picture's right.

    widths: half the width at equal steps from top to bottom. The ends are round, so that a bent joint stays
    closed; their lines are left out. hem: the height of a band at its lower end, 0 for none.
    """
    n = 16
    mid = sample([top, ((top[0] + bottom[0]) / 2, (top[1] + bottom[1]) / 2), bottom], n)

    def half_width(t):
        x = t * (len(widths) - 1)
        i = min(int(x), len(widths) - 2)
        f = x - i
        f = f * f * (3 - 2 * f)
        return widths[i] + (widths[i + 1] - widths[i]) * f
    left = [(x - half_width(i / n), y) for i, (x, y) in enumerate(mid)]
    right = [(x + half_width(i / n), y) for i, (x, y) in enumerate(mid)]
    w0, w1 = widths[0], widths[-1]
    cap = [left[0], (top[0] - w0 * 0.7, top[1] - w0 * 0.62), (top[0], top[1] - w0 * 0.9), (top[0] + w0 * 0.7, top[1] - w0 * 0.62), right[0]]
    foot = [right[-1], (bottom[0] + w1 * 0.7, bottom[1] + w1 * 0.5), (bottom[0], bottom[1] + w1 * 0.72), (bottom[0] - w1 * 0.7, bottom[1] + w1 * 0.5), left[-1]]
    shape = curve(cap, right, foot, left[::-1])
    out = fill(shape, paint)
    if shade:
        inner = [(x + half_width(i / n) * (0.42 + 0.1 * (i % 5 == 2)), y) for i, (x, y) in enumerate(mid)]
        out += fill(curve(inner, foot[:3][::-1], right[::-1]), shade, f'opacity="{shade_alpha}"')
    out += line(left, (width * 0.6, width, width, width * 0.8), ink) + line(cap[2:] + right, (width * 0.3, width, width, width, width * 0.8), ink)
    if not open_top:
        out += line(cap[:3], (width * 0.3, width), ink)
    if hem:
        top_edge = [(x, y - hem) for x, y in foot[::-1]]
        out += line(top_edge, (2, 4, 4, 4, 2), ink) + line(foot, (width * 0.8, width, width, width, width * 0.8), ink)
    return out


UPPER_TOP, UPPER_LOW = (CX + SHOULDER[0], SHOULDER[1]), (CX + ELBOW[0], ELBOW[1])
LOWER_TOP, LOWER_LOW = UPPER_LOW, (CX + WRIST[0], WRIST[1])


def upper(grow=0, paint="url(#arm-skin)", ink=None, shade=None, upto=1.0, **more):
    """The upper arm, or a sleeve over it that is wider by `grow` and reaches down to `upto` of it."""
    low = tuple(a + (b - a) * upto for a, b in zip(UPPER_TOP, UPPER_LOW))
    widths = [w + grow for w in ARM[:3]]
    if upto < 1:
        widths = [widths[0], widths[0] * (1 - upto / 2) + widths[1] * upto / 2, widths[1]]
    return tube(UPPER_TOP, low, widths, paint, ink or SKIN_LINE, SKIN_SHADE if shade is None else shade, **more)


def lower(grow=0, paint="url(#arm-skin)", ink=None, shade=None, upto=1.0, flare=0, **more):
    """The forearm, or a sleeve over it; flare makes it wider towards the hand."""
    low = tuple(a + (b - a) * upto for a, b in zip(LOWER_TOP, LOWER_LOW))
    widths = [ARM[2] + grow, ARM[3] + grow + flare * 0.3, ARM[4] + grow + flare]
    return tube(LOWER_TOP, low, widths, paint, ink or SKIN_LINE, SKIN_SHADE if shade is None else shade, **more)


def sleeves(outfit, first, second):
    """The parts of a pair of sleeves: upper and lower, either may be empty."""
    out = []
    for kind, svg, z, group in (("sleeve", first, 186, "arm"), ("cuff", second, 196, "forearm")):
        if not svg:
            continue
        for name, body in both(f"{outfit}-{kind}", svg).items():
            s = name[-1]
            rig = {"group": f"{group}-{s}"}
            if kind == "sleeve":
                rig["group"] = f"upper-arm-{s}"
            out.append(Part(name, z, body, **rig))
    return out


def groups():
    out = [
        "the figure, its trunk and its arms",
        {"id": "figure", "pivot": [CX, 2700], "turn": {"by": ["bodyYaw", "bodyPitch"], "center": [CX, 1900], "radius": [480, 800]}},
        {"id": "torso", "group": "figure", "warp": {"grid": [7, 4], "box": [370, 1250, 1308, 1500]}},
        {"id": "neck-and-shadow", "group": "torso", "warp": {"grid": [3, 6], "box": [CX - 305, 964, 610, 600]}},
    ]
    for s, k in (("l", 1), ("r", -1)):
        out += [
            {"id": f"arm-{s}", "group": "torso", "pivot": [CX + k * SHOULDER[0], SHOULDER[1]], "depth": -0.05},
            {"id": f"upper-arm-{s}", "group": f"arm-{s}"},
            {"id": f"forearm-{s}", "group": f"arm-{s}", "pivot": [CX + k * ELBOW[0], ELBOW[1]]},
            {"id": f"hand-{s}", "group": f"forearm-{s}", "pivot": [CX + k * WRIST[0], WRIST[1]]},
        ]
    return out


def bindings():
    reach = ELBOW[1] - SHOULDER[1]
    return [
        "breath and body",
        {"on": "torso", "by": "breath 0 1", "warp": ["rest", "top -9; wide 0 5 0 0"]},
        {"on": "figure", "by": "bodyRoll -10 10", "rotate": [-6, 6]},
        {"on": "torso", "by": "shoulderShrug 0 1", "warp": ["rest", "top -34 -46 -10 -2 -10 -46 -34"]},
        {"on": "neck-and-shadow", "by": "headRoll -20 20", "warp": ["across -70 -40 -12 0 0 0", "across 70 40 12 0 0 0"]},
        {"on": "neck-and-shadow", "by": "headYaw -30 30", "warp": ["across -16 -8 0 0 0 0", "across 16 8 0 0 0 0"]},
    ] + sides(
        "arms: raised sideways; the elbow bends outwards and up beside the body, and inwards before it",
        {"on": "arm-l", "by": ["armForwardLeft 0 1", "armRaiseLeft 0 1"], "rotate": [[0, -160], [0, -26]]},
        {"on": "arm-l", "by": ["armForwardLeft 0 1", "armRaiseLeft 0 0.5 1"], "translate": [[[0, 0], [-4, -16], [-40, -60]], [[0, 0], [0, -8], [0, -16]]]},
        {"on": "arm-l", "by": "armForwardLeft 0.35 0.65", "order": [0, 10]},
        "an arm that comes forward looks shorter, and raised before the body it lifts the elbow to the shoulder and on",
        {"on": "upper-arm-l", "by": ["armForwardLeft 0 1", "armRaiseLeft 0 0.7 1"], "scale": [[[1, 1], [1, 1], [1, 1]], [[1.04, 0.74], [1.08, 0.36], [1.1, 0.24]]]},
        {"on": "forearm-l", "by": ["armForwardLeft 0 1", "armRaiseLeft 0 0.7 1"], "translate": [
            [[0, 0], [0, 0], [0, 0]], [[0, round(-0.26 * reach)], [0, round(-0.62 * reach)], [0, round(-0.74 * reach)]]]},
        {"on": "forearm-l", "by": ["armForwardLeft 0 1", "elbowBendLeft 0 1"], "rotate": [[0, -150], [0, 150]]},
        {"on": "hand-l", "by": "wristLeft -1 1", "rotate": [50, -50]},
    )


def parts():
    out = [
        Part("neck", 200, neck(), group="neck-and-shadow", depth=0.1),
        Part("chest", 198, chest(), group="torso", depth=[0.2, 0]),
        Part("neck-shadow", 202, neck_shadow(), group="neck-and-shadow", depth=0.1),
    ]
    for name, svg in both("upper-arm-skin", upper()).items():
        out.append(Part(name, 180, svg, group=f"upper-arm-{name[-1]}"))
    for name, svg in both("forearm-skin", lower()).items():
        out.append(Part(name, 192, svg, group=f"forearm-{name[-1]}"))
    return out


AREAS = [
    {"id": "hand", "title": "Hand", "parts": ["hand-l", "hand-r"]},
    {"id": "arm", "title": "Arm", "parts": ["arm-l", "arm-r"]},
    {"id": "shoulder", "title": "Shoulder", "box": [CX + 180, 1330, 300, 220], "on": "torso"},
    {"id": "shoulder", "title": "Shoulder", "box": [CX - 480, 1330, 300, 220], "on": "torso"},
    {"id": "body", "title": "Body", "parts": ["torso"]},
]


def section():
    return Section(defs=defs(), parts=parts(), groups=groups(), bindings=bindings(), extra={"hitAreas": AREAS})
