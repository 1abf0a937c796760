"""The drawn signs of feeling: beside the head, on the face. Each pops in with its accent, a little too large at first."""
import math

from design import *
from face import FACE, mirror
from ink import CX, at, curve, fill, half, line
from paint import linear
from section import Part, Section


def defs():
    return [
        linear("sign-heart", 0, 240, 0, 640, (0, "#FF9EC0"), (1, "#FF4F86")),
        linear("sign-drop", 0, 470, 0, 640, (0, "#E9FAFF"), (1, "#6CC4F2")),
        linear("tear", 0, 880, 0, 1180, (0, "#F2FCFF", 0.9), (1, "#8FD2F5", 0.9)),
        linear("gloom", 0, 380, 0, 900, (0, "#3C3F78", 0.75), (0.6, "#4A4F8C", 0.35), (1, "#5A60A0", 0)),
        linear("deep-blush", 0, 880, 0, 1000, (0, "#FF6F70", 0.75), (1, "#FF8A80", 0.35)),
    ]


def edged(d, paint, ink, width=9):
    """A shape with a white rim, so that it reads on any ground, and a dark line inside of that."""
    rim = f'<path d="{d}" fill="#FFFFFF" stroke="#FFFFFF" stroke-width="{width * 2.4:.0f}" stroke-linejoin="round"/>'
    return rim + f'<path d="{d}" fill="{paint}" stroke="{ink}" stroke-width="{width * 0.7:.0f}" stroke-linejoin="round"/>'


def heart(x, y, r, turn=0):
    d = curve(at([(0, r), (-r * 0.88, r * 0.2), (-r, -r * 0.42), (-r * 0.55, -r * 0.86), (-r * 0.12, -r * 0.62), (0, -r * 0.3)], x, y),
              at([(0, -r * 0.3), (r * 0.12, -r * 0.62), (r * 0.55, -r * 0.86), (r, -r * 0.42), (r * 0.88, r * 0.2), (0, r)], x, y))
    shine = line(at([(-r * 0.68, -r * 0.2), (-r * 0.62, -r * 0.52), (-r * 0.36, -r * 0.62)], x, y), (2, r * 0.16, 2), "#FFFFFF", 'opacity="0.9"')
    return f'<g transform="rotate({turn} {x} {y})">{edged(d, "url(#sign-heart)", "#B0214F")}{shine}</g>'


def twinkle(x, y, r):
    points = [(x + (r if k % 2 == 0 else r * 0.2) * math.sin(math.pi * k / 4) * (1 if k % 4 == 0 or k % 2 else 0.62), y - (r if k % 2 == 0 else r * 0.2) * math.cos(math.pi * k / 4)) for k in range(8)]
    return edged("M" + "L".join(f"{px:.0f} {py:.0f}" for px, py in points) + "Z", "#FFE27A", "#D08A1E", 7)


def note(x, y, r):
    head = f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * 0.76:.0f}" transform="rotate(-20 {x} {y})" '
    stem = [(x + r * 0.9, y - r * 0.2), (x + r * 0.95, y - r * 3.2)]
    flag = curve([stem[1], (x + r * 1.6, y - r * 2.6), (x + r * 2.2, y - r * 2.2), (x + r * 1.9, y - r * 1.3)], [(x + r * 1.9, y - r * 1.3), (x + r * 1.6, y - r * 2.0), (x + r * 0.95, y - r * 2.4)])
    body = f'{head}fill="{ACCENT}"/>' + line(stem, (r * 0.34, r * 0.34), ACCENT) + fill(flag, ACCENT)
    rim = f'{head}fill="#FFFFFF" stroke="#FFFFFF" stroke-width="16"/>' + line(stem, (r * 0.34 + 18, r * 0.34 + 18), "#FFFFFF") + f'<path d="{flag}" fill="#FFFFFF" stroke="#FFFFFF" stroke-width="16"/>'
    return rim + body + line([(x - r * 0.5, y - r * 0.1), (x, y - r * 0.4)], (2, 5), "#FFFFFF", 'opacity="0.7"')


def drop():
    x, y = CX + 330, 560
    d = curve(at([(0, -96), (-34, -30), (-52, 26), (-34, 72), (0, 86), (34, 72), (52, 26), (34, -30), (0, -96)], x, y))
    return edged(d, "url(#sign-drop)", "#2E78B4") + line(at([(-28, 20), (-24, 48), (-6, 62)], x, y), (3, 11, 3), "#FFFFFF")


def anger():
    x, y, out = CX + 250, 420, ""
    for k in range(4):
        arc = [(26, 92), (30, 44), (44, 30), (92, 26)]
        out += f'<g transform="rotate({90 * k + 12} {x} {y})">' + line(at(arc, x, y), (34, 36, 36, 34), "#FFFFFF") + "</g>"
    for k in range(4):
        arc = [(26, 92), (30, 44), (44, 30), (92, 26)]
        out += f'<g transform="rotate({90 * k + 12} {x} {y})">' + line(at(arc, x, y), (12, 21, 21, 12), "#E5263C") + "</g>"
    return out


def letter(pts, dot, x, y, paint, ink):
    rim = line(at(pts, x, y), (46, 56, 52, 42), "#FFFFFF") + f'<circle cx="{x + dot[0]}" cy="{y + dot[1]}" r="31" fill="#FFFFFF"/>'
    dark = line(at(pts, x, y), (30, 40, 36, 26), ink) + f'<circle cx="{x + dot[0]}" cy="{y + dot[1]}" r="23" fill="{ink}"/>'
    return rim + dark + line(at(pts, x, y), (20, 30, 26, 16), paint) + f'<circle cx="{x + dot[0]}" cy="{y + dot[1]}" r="18" fill="{paint}"/>'


def question():
    return letter([(-52, -70), (-30, -112), (20, -118), (50, -80), (30, -36), (0, -8), (-2, 34)], (-2, 92), CX + 440, 350, ACCENT, ACCENT_INK)


def exclamation():
    return f'<g transform="rotate(10 {CX + 430} 340)">' + letter([(0, -130), (0, -60), (0, 20)], (0, 88), CX + 430, 340, "#FF5A4A", "#8E1F1A") + "</g>"


def zed(x, y, r):
    pts = [[(-r, -r), (0, -r), (r, -r)], [(r, -r), (0, 0), (-r, r)], [(-r, r), (0, r), (r, r)]]
    rim = "".join(line(at(p, x, y), (r * 0.9, r * 0.9, r * 0.9), "#FFFFFF") for p in pts)
    return rim + "".join(line(at(p, x, y), (r * 0.42, r * 0.42, r * 0.42), "#5B6FC4") for p in pts)


def puff():
    out = ""
    for x, y, r in ((CX + 150, 1130, 34), (CX + 214, 1150, 46), (CX + 292, 1140, 58), (CX + 250, 1186, 40)):
        out += f'<circle cx="{x}" cy="{y}" r="{r + 5}" fill="#A9B7D8"/>'
    for x, y, r in ((CX + 150, 1130, 34), (CX + 214, 1150, 46), (CX + 292, 1140, 58), (CX + 250, 1186, 40)):
        out += f'<circle cx="{x}" cy="{y}" r="{r}" fill="#F7FAFF"/>'
    return f'<g opacity="0.92">{out}</g>'


def tears():
    stream = curve(half((112, 892), (104, 980), (108, 1070), (120, 1140)), half((120, 1140), (150, 1166), (180, 1140)), half((180, 1140), (192, 1060), (204, 970), (214, 898)), half((214, 898), (160, 920), (112, 892)))
    well = f'<ellipse cx="{CX + 112}" cy="{890}" rx="26" ry="22" fill="#F6FDFF" opacity="0.95"/><ellipse cx="{CX + 220}" cy="{892}" rx="24" ry="20" fill="#F6FDFF" opacity="0.95"/>'
    one = fill(stream, "url(#tear)") + line(half((134, 930), (130, 1030), (140, 1110)), (2, 9, 2), "#FFFFFF", 'opacity="0.8"') + well
    one += line(half((112, 892), (104, 980), (108, 1070), (120, 1140)), (1, 4, 4, 1), "#6FB6DE") + line(half((180, 1140), (192, 1060), (204, 970), (214, 898)), (1, 4, 4, 1), "#6FB6DE")
    return f'<g clip-path="url(#in-face)">{one}<g {mirror}>{one}</g></g>'


def deep_blush():
    one = f'<ellipse cx="{CX + 206}" cy="940" rx="112" ry="52" fill="url(#deep-blush)" filter="url(#blur-8)"/>'
    one += "".join(line(half((150 + k * 32, 966), (166 + k * 32, 916)), (2, 8, 2), "#E8474C", 'opacity="0.8"') for k in range(4))
    return f'<g clip-path="url(#in-face)">{one}<g {mirror}>{one}</g><ellipse cx="{CX}" cy="966" rx="90" ry="26" fill="#FF7E78" opacity="0.35" filter="url(#blur-8)"/></g>'


def gloom():
    out = f'<path d="{FACE}" fill="url(#gloom)"/>'
    for k, x in enumerate(range(-250, 270, 46)):
        out += line(half((x, 560), (x, 760 + 60 * (k % 3))), (8, 7, 1), "#2E3168", 'opacity="0.75"')
    return f'<g clip-path="url(#in-face)">{out}</g>'


def section():
    beside = {
        "hearts": (heart(CX - 420, 520, 62, -16) + heart(CX + 436, 420, 78, 14) + heart(CX + 372, 250, 44, -8), (CX + 300, 480)),
        "sparkles": (twinkle(CX - 430, 430, 84) + twinkle(CX + 440, 520, 66) + twinkle(CX + 380, 260, 92) + twinkle(CX - 380, 250, 46), (CX, 480)),
        "notes": (note(CX + 400, 470, 34) + note(CX - 450, 420, 42) + note(CX + 330, 270, 26), (CX, 440)),
        "sweat": (drop(), (CX + 330, 480)),
        "anger": (anger(), (CX + 250, 420)),
        "question": (question(), (CX + 440, 440)),
        "exclamation": (exclamation(), (CX + 430, 440)),
        "sleep": (zed(CX + 330, 480, 34) + zed(CX + 420, 370, 48) + zed(CX + 500, 230, 62), (CX + 330, 520)),
        "puff": (puff(), (CX + 140, 1130)),
    }
    on_face = {"tears": (tears(), 545), "blush": (deep_blush(), 436), "gloom": (gloom(), 447)}
    parts, bindings = [], ["signs of feeling"]
    for z, (name, (svg, pivot)) in enumerate(beside.items()):
        accent = f"sign{name.capitalize()}"
        parts.append(Part(f"sign-{name}", 800 + z, svg, group="head", depth=0.2, pivot=[round(pivot[0]), pivot[1]], order=20))
        bindings += [{"on": f"sign-{name}", "by": f"{accent} 0.02 0.2", "opacity": [0, 1]},
                     {"on": f"sign-{name}", "by": f"{accent} 0 0.6 0.8 1", "scale": [0.2, 1.12, 0.97, 1], "translate": [[0, 40], [0, -8], [0, 0], [0, 0]]}]
    for name, (svg, z) in on_face.items():
        parts.append(Part(f"sign-{name}", z, svg, group="head", depth=[0.44, 0.08]))
        bindings.append({"on": f"sign-{name}", "by": f"sign{name.capitalize()} 0 1", "opacity": [0, 1]})
    return Section(defs=defs(), parts=parts, bindings=bindings)
