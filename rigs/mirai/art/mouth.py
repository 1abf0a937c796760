"""The mouth: loose pieces for warping, and every shape as a finished picture on one centre."""
from ink import at, curve, fill, line, sample
from face import MOUTH_AT
from palette import *


def m(*pts):
    return at(pts, *MOUTH_AT)


def sym(*right):
    """Points of the right half, from the right corner to the middle, mirrored to the left."""
    return [(-x, y) for x, y in right] + [(x, y) for x, y in right[::-1] if x]


class Opening:
    """An open mouth: top and low run from the left corner to the right one."""
    made = 0

    def __init__(self, top, low):
        self.top, self.low = m(*top), m(*low)
        self.path = curve(self.top, self.low[::-1])
        Opening.made += 1
        self.clip = f"mouth-clip-{Opening.made}"

    def inside(self, *things):
        body = fill(self.path, "url(#throat)") + "".join(things)
        return f'<clipPath id="{self.clip}"><path d="{self.path}"/></clipPath><g clip-path="url(#{self.clip})">{body}</g>'

    def lips(self, top=7, low=5):
        return (line(self.low, (2, low, low + 1, low, 2), LIP_LINE) + line(self.top, (3, top, top - 1, top - 1.5, top - 1, top, 3), LIP_LINE)
                + under(self.low))


def lip_shade(x, y, wide=20):
    return line([(x - wide, y), (x - wide * 0.5, y + 3), (x, y + 4), (x + wide * 0.5, y + 3), (x + wide, y)], (0.5, 5, 6, 5, 0.5), "#E79C90", 'opacity="0.75"')


def under(low):
    """The small shade of the lower lip, just below the line."""
    x = MOUTH_AT[0]
    y = max(q for _, q in low) + 12
    return lip_shade(x, y)


def tongue(y, w, h):
    d = curve(m((-w, y + h), (-w * 0.8, y + h * 0.3), (-w * 0.3, y), (0, y + h * 0.06), (w * 0.3, y), (w * 0.8, y + h * 0.3), (w, y + h)))
    return (fill(d, TONGUE) + fill(curve(m((w * 0.2, y + h), (w * 0.5, y + h * 0.35), (w * 0.3, y), (w * 0.8, y + h * 0.3), (w, y + h))), TONGUE_SHADE, 'opacity="0.5"')
            + line(m((0, y + h * 0.12), (1, y + h * 0.5)), (1, 4, 1), TONGUE_SHADE))


def upper_teeth(o, depth):
    """A strip that follows the upper lip."""
    t = sample(o.top, 20)
    n = len(t) - 1
    low = [(x, y + depth * (1 - abs(2 * k / n - 1) ** 3) ) for k, (x, y) in enumerate(t)]
    up = [(x, y - 4) for x, y in t]
    shade = [(x, y + depth * 0.32) for x, y in t]
    return fill(curve(up, low[::-1]), TEETH) + fill(curve(up, shade[::-1]), TEETH_SHADE, 'opacity="0.75"')


def lower_teeth(o, depth):
    t = sample(o.low, 20)[5:16]
    n = len(t) - 1
    high = [(x, y - depth * (1 - abs(2 * k / n - 1) ** 3)) for k, (x, y) in enumerate(t)]
    return fill(curve(high, [(x, y + 4) for x, y in t][::-1]), "#F3E9EE")


AA = Opening(sym((66, -14), (54, -20), (24, -22), (0, -20)), sym((66, -14), (63, 18), (46, 54), (20, 70), (0, 73)))
E_ = Opening(sym((74, -12), (56, -14), (24, -14), (0, -12)), sym((74, -12), (66, 14), (42, 36), (16, 43), (0, 44)))
I_ = Opening(sym((78, -12), (54, -7), (24, -4), (0, -3)), sym((78, -12), (66, 8), (40, 22), (16, 26), (0, 27)))
O_ = Opening(sym((42, 12), (39, -8), (27, -24), (12, -30), (0, -31)), sym((42, 12), (39, 33), (27, 51), (12, 58), (0, 59)))
U_ = Opening(sym((25, 6), (23, -5), (16, -13), (7, -17), (0, -17)), sym((25, 6), (23, 17), (16, 26), (7, 30), (0, 31)))
FF = Opening(sym((64, -6), (44, -10), (20, -11), (0, -10)), sym((64, -6), (52, 6), (30, 10), (0, 11)))
TH = Opening(sym((62, -8), (44, -12), (20, -13), (0, -12)), sym((62, -8), (54, 12), (34, 24), (14, 28), (0, 29)))
SS = Opening(sym((70, -10), (48, -10), (22, -9), (0, -8)), sym((70, -10), (60, 8), (38, 17), (16, 19), (0, 20)))


def closed(points, widths, lip_y=18, lip=1.0):
    out = line(m(*points), widths, LIP_LINE)
    if lip:
        out += lip_shade(MOUTH_AT[0], MOUTH_AT[1] + lip_y, 17 * lip)
    return out


def corner(x, y, bend):
    """A short mark where the lips meet the cheek."""
    return line(m((x, y - 6), (x + bend, y), (x, y + 5)), (1, 3.5, 1), LIP_LINE, 'opacity="0.8"')


def bitten_lip():
    """The lower lip, drawn in under the upper teeth."""
    lip = m((-46, 9), (-24, 12), (0, 12), (24, 12), (46, 9)), m((46, 9), (26, 22), (0, 26), (-26, 22), (-46, 9))
    return fill(curve(*lip), "#F4B3A8", 'opacity="0.85"') + line(m((-30, 21), (-14, 25), (0, 26), (14, 25), (30, 21)), (0.5, 4, 5, 4, 0.5), "#D98478")


def parts():
    out = [
        ("mouth-interior", fill(AA.path, "url(#throat)"), True),
        ("tongue", tongue(32, 50, 60), True),
        ("teeth-upper", upper_teeth(AA, 18), True),
        ("teeth-lower", lower_teeth(AA, 10), True),
        ("lip-lower", line(AA.low, (2, 4, 5, 4, 2), LIP_LINE) + under(AA.low), True),
        ("lip-upper", line(AA.top, (3, 6, 5, 4.5, 5, 6, 3), LIP_LINE), True),
        ("mouth-closed", closed([(-60, -10), (-44, 0), (-22, 5), (0, 5), (22, 5), (44, 0), (60, -10)],
                                (2.5, 6, 6.5, 7, 6.5, 6, 2.5), 26), False),
        ("mouth-smile", closed([(-78, -18), (-58, -2), (-28, 9), (0, 12), (28, 9), (58, -2), (78, -18)], (2.5, 6, 7.5, 7.5, 7.5, 6, 2.5), 34)
         + corner(-80, -19, -5) + corner(80, -19, 5), True),
        ("mouth-frown", closed([(-54, 18), (-36, 6), (-14, 0), (0, -1), (14, 0), (36, 6), (54, 18)], (2.5, 6, 7, 7, 7, 6, 2.5), 22), True),
        ("mouth-pressed", closed([(-50, 0), (-26, 4), (0, 2), (26, 4), (50, 0)], (2, 7.5, 6, 7.5, 2), 20, 1.2)
         + corner(-54, 0, -4) + corner(54, 0, 4) + line(m((-16, -15), (0, -13), (16, -15)), (1, 4, 1), "#E79C90", 'opacity="0.6"'), True),
        ("mouth-pout", closed([(-34, 10), (-20, 0), (-7, -4), (0, -1), (7, -4), (20, 0), (34, 10)], (2, 5, 6, 5, 6, 5, 2), 0, 0)
         + fill(curve(m((-22, 8), (0, 4), (22, 8)), m((22, 8), (12, 20), (0, 22), (-12, 20), (-22, 8))), "#F29F96", 'opacity="0.6"')
         + line(m((-18, 17), (0, 23), (18, 17)), (1, 5, 1), "#C76C68"), True),
        ("mouth-aa", AA.inside(tongue(30, 52, 62), upper_teeth(AA, 18)) + AA.lips(), True),
        ("mouth-e", E_.inside(tongue(18, 54, 40), upper_teeth(E_, 17)) + E_.lips(), True),
        ("mouth-i", I_.inside(tongue(20, 48, 20), upper_teeth(I_, 15), lower_teeth(I_, 7)) + I_.lips(), True),
        ("mouth-o", O_.inside(tongue(30, 36, 40), upper_teeth(O_, 10)) + O_.lips(5.5, 4.5), True),
        ("mouth-u", U_.inside(tongue(14, 22, 22)) + U_.lips(5.5, 5)
         + line(m((-38, -2), (-42, 8), (-38, 18)), (1, 3, 1), "#D98B82", 'opacity="0.7"') + line(m((38, -2), (42, 8), (38, 18)), (1, 3, 1), "#D98B82", 'opacity="0.7"'), True),
        ("mouth-ff", FF.inside(upper_teeth(FF, 17)) + FF.lips(7, 3.5) + bitten_lip(), True),
        ("mouth-th", TH.inside(upper_teeth(TH, 13), tongue(-2, 42, 36)) + TH.lips(), True),
        ("mouth-ss", SS.inside(fill(SS.path, "#FBF6F7"), upper_teeth(SS, 10), line(SS_MEET, (1, 3.5, 3.5, 1), "#B98A96"),
                               fill(curve(m((-76, 8), (-40, 15), (0, 17), (40, 15), (76, 8)), m((76, 8), (60, 30), (-60, 30), (-76, 8))), TEETH_SHADE, 'opacity="0.7"')) + SS.lips(), True),
    ]
    return out


SS_MEET = m((-70, -3), (-34, 4), (0, 6), (34, 4), (70, -3))
