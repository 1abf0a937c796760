"""The mouth: loose pieces for warping, and the closed shapes, all on one centre."""
from design import *
from face import MOUTH_AT
from ink import at, curve, fill, line, sample


def m(*pts):
    return at([(x * MOUTH_WIDE, y) for x, y in pts], *MOUTH_AT)


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
FF = Opening(sym((64, -6), (44, -10), (20, -11), (0, -10)), sym((64, -6), (52, 6), (30, 10), (0, 11)))


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


def drawings():
    """Every picture of the mouth by its name: an open mouth in pieces that are warped, and the closed ones."""
    return {
        "mouth-interior": fill(AA.path, "url(#throat)"),
        "tongue": tongue(32, 50, 60),
        "teeth-upper": upper_teeth(AA, 18),
        "teeth-lower": lower_teeth(AA, 10),
        "lip-lower": line(AA.low, (2, 4, 5, 4, 2), LIP_LINE) + under(AA.low),
        "lip-upper": line(AA.top, (3, 6, 5, 4.5, 5, 6, 3), LIP_LINE),
        "mouth-closed": closed([(-60, -10), (-44, 0), (-22, 5), (0, 5), (22, 5), (44, 0), (60, -10)], (2.5, 6, 6.5, 7, 6.5, 6, 2.5), 26),
        "mouth-pressed": closed([(-50, 0), (-26, 4), (0, 2), (26, 4), (50, 0)], (2, 7.5, 6, 7.5, 2), 20, 1.2)
        + corner(-54, 0, -4) + corner(54, 0, 4) + line(m((-16, -15), (0, -13), (16, -15)), (1, 4, 1), "#E79C90", 'opacity="0.6"'),
        "mouth-pout": closed([(-34, 10), (-20, 0), (-7, -4), (0, -1), (7, -4), (20, 0), (34, 10)], (2, 5, 6, 5, 6, 5, 2), 0, 0)
        + fill(curve(m((-22, 8), (0, 4), (22, 8)), m((22, 8), (12, 20), (0, 22), (-12, 20), (-22, 8))), "#F29F96", 'opacity="0.6"')
        + line(m((-18, 17), (0, 23), (18, 17)), (1, 5, 1), "#C76C68"),
        "mouth-ff": FF.inside(upper_teeth(FF, 17)) + FF.lips(7, 3.5) + bitten_lip(),
    }
