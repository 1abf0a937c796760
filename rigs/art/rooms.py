"""Backgrounds: rooms and skies, drawn softly out of focus, so that the character stands out."""
import math
import random

SIZE = (1280, 960)


def svg(defs, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE[0]} {SIZE[1]}" width="{SIZE[0]}" height="{SIZE[1]}"><defs>'
            '<filter id="far" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="7"/></filter>'
            '<filter id="near" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="3"/></filter>'
            # A little larger than the picture, for what is blurred fades at its edge.
            f'{defs}</defs><g transform="translate(-38 -29) scale(1.06)">{body}</g></svg>')


def fall(name, *pairs, x=0, y=1):
    stops = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in pairs)
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="{x}" y2="{y}">{stops}</linearGradient>'


def glow(x, y, r, colour, alpha):
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{colour}" opacity="{alpha}" filter="url(#far)"/>'


def rect(x, y, w, h, paint, extra=""):
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{paint}" {extra}/>'


def bedroom():
    """A bright room with a large window over a town in the afternoon."""
    d = fall("sky", (0, "#8FD0F5"), (0.7, "#DFF3FB"), (1, "#FFF1DA")) + fall("wall", (0, "#FFF0DF"), (1, "#F3D7C4")) + fall("desk", (0, "#E2B58C"), (1, "#C48F66"))
    out = rect(0, 0, 1280, 960, "url(#wall)") + '<g filter="url(#far)">' + rect(300, 60, 680, 540, "url(#sky)")
    chance = random.Random(4)
    for k in range(11):
        h = chance.randint(70, 190)
        out += rect(300 + k * 62, 600 - h, 58, h, chance.choice(["#B6CFE2", "#C7D9E6", "#A8C4DA", "#D5DFE6"]))
    for x, y, r in ((420, 170, 60), (480, 150, 76), (550, 178, 54), (800, 250, 50), (856, 236, 62)):
        out += f'<circle cx="{x}" cy="{y}" r="{r}" fill="#FFFFFF" opacity="0.85"/>'
    out += "</g>" + '<g filter="url(#near)">'
    for x in (290, 630, 970):
        out += rect(x, 50, 20, 560, "#FFFBF5")
    out += rect(280, 44, 720, 20, "#FFFBF5") + rect(280, 600, 720, 26, "#FFF6EA")
    for x, k in ((180, 1), (1000, -1)):
        out += f'<path d="M{x} 20 Q{x + 60} 330 {x + (10 if k > 0 else -20)} 700 L{x + 130} 700 Q{x + 100} 300 {x + 130} 20Z" fill="#9ADAD0"/>'
        out += f'<path d="M{x + 50} 20 Q{x + 84} 330 {x + 60} 700 L{x + 90} 700 Q{x + 84} 300 {x + 90} 20Z" fill="#7CC4BD"/>'
    out += rect(0, 780, 1280, 180, "url(#desk)") + rect(0, 776, 1280, 10, "#F0CFA8")
    for x, h, c in ((70, 190, "#FF9A5C"), (104, 160, "#3F4F86"), (134, 176, "#F6D26B"), (166, 150, "#6FBFC6"), (1110, 180, "#3F4F86"), (1146, 150, "#FF9A5C")):
        out += rect(x, 780 - h, 28, h, c, 'rx="4"')
    out += '<circle cx="1216" cy="680" r="64" fill="#79B98A"/><circle cx="1180" cy="640" r="46" fill="#8CCB99"/><rect x="1176" y="716" width="84" height="66" rx="10" fill="#E98A6A"/>'
    return svg(d, out + "</g>" + glow(360, 120, 220, "#FFF8DC", 0.35))


def library():
    """Shelves of books by moonlight."""
    d = fall("wall", (0, "#2A2750"), (1, "#3D3566")) + fall("night", (0, "#15204A"), (1, "#4A5FA8"))
    out = rect(0, 0, 1280, 960, "url(#wall)") + '<g filter="url(#far)">' + '<path d="M430 640V260A210 210 0 0 1 850 260V640Z" fill="url(#night)"/>'
    chance = random.Random(9)
    for _ in range(40):
        out += f'<circle cx="{chance.randint(440, 840)}" cy="{chance.randint(80, 600)}" r="{chance.choice([2, 3, 4])}" fill="#FFFFFF" opacity="0.8"/>'
    out += '<circle cx="720" cy="220" r="74" fill="#FFF6D8"/></g><g filter="url(#near)">' + '<path d="M430 640V260A210 210 0 0 1 850 260V640M640 56V640M430 380H850" fill="none" stroke="#5B4B78" stroke-width="16"/>'
    colours = ["#8A5A83", "#5D6FB0", "#B28A6A", "#7B4A62", "#4E6E8E", "#A6799B", "#C9A26F"]
    for left in (0, 900):
        out += rect(left, 30, 380, 800, "#241F42")
        for shelf in range(5):
            y = 30 + shelf * 158
            x = left + 14
            while x < left + 352:
                w, h = chance.randint(18, 38), chance.randint(96, 138)
                out += rect(x, y + 150 - h, w - 3, h, chance.choice(colours), 'rx="3"')
                x += w
            out += rect(left, y + 150, 380, 12, "#6B4F4A")
    out += rect(0, 828, 1280, 132, "#4A3550") + rect(0, 822, 1280, 10, "#7D5F77")
    return svg(d, out + "</g>" + glow(720, 220, 190, "#FFF3C8", 0.28) + glow(180, 700, 120, "#FFC98A", 0.22))


def studio():
    """A room at night with neon light, screens and speakers."""
    d = fall("wall", (0, "#1A1C2A"), (1, "#2B2436"))
    out = rect(0, 0, 1280, 960, "url(#wall)") + '<g filter="url(#near)">'
    for x in range(0, 1280, 160):
        for y in range(0, 640, 160):
            out += rect(x + 8, y + 8, 144, 144, "#232536" if (x + y) // 160 % 2 else "#1E2030", 'rx="8"')
    out += '<path d="M120 200H520" stroke="#FF3B5C" stroke-width="12" stroke-linecap="round"/><path d="M760 140H1160" stroke="#3BC8FF" stroke-width="12" stroke-linecap="round"/>'
    for x in (60, 1040):
        out += rect(x, 420, 180, 330, "#15161F", 'rx="14"') + f'<circle cx="{x + 90}" cy="520" r="52" fill="#2C2E3E"/><circle cx="{x + 90}" cy="520" r="24" fill="#444860"/><circle cx="{x + 90}" cy="650" r="70" fill="#2C2E3E"/><circle cx="{x + 90}" cy="650" r="30" fill="#444860"/>'
    out += rect(280, 420, 300, 200, "#0E1422", 'rx="12"') + rect(700, 420, 300, 200, "#0E1422", 'rx="12"')
    for k in range(24):
        h = 30 + 60 * abs(math.sin(k * 0.7))
        out += rect(296 + k * 11.4, 520 - h / 2, 7, h, "#FF5A78" if k % 3 else "#FFC0CC")
        out += rect(716 + k * 11.4, 600 - h * 1.4, 7, h * 1.4, "#3BC8FF" if k % 4 else "#B6ECFF")
    out += rect(0, 760, 1280, 200, "#17151F") + rect(0, 754, 1280, 8, "#4A3A50")
    return svg(d, out + "</g>" + glow(320, 200, 240, "#FF3B5C", 0.22) + glow(960, 140, 240, "#3BC8FF", 0.2))


def stage():
    """A concert stage with beams of light."""
    d = fall("dark", (0, "#1B1140"), (0.6, "#3A1F6B"), (1, "#57307E"))
    out = rect(0, 0, 1280, 960, "url(#dark)") + '<g filter="url(#far)">'
    for x, colour, lean in ((120, "#7FE3FF", 260), (420, "#FF8AD0", 120), (860, "#FFD07F", -120), (1160, "#9C8CFF", -260)):
        out += f'<path d="M{x - 18} 0L{x + 18} 0L{x + lean + 160} 820L{x + lean - 160} 820Z" fill="{colour}" opacity="0.3"/>'
    chance = random.Random(2)
    for _ in range(60):
        out += f'<circle cx="{chance.randint(0, 1280)}" cy="{chance.randint(40, 800)}" r="{chance.randint(2, 9)}" fill="{chance.choice(["#FFFFFF", "#FFD9F0", "#CFF3FF"])}" opacity="0.55"/>'
    out += '<ellipse cx="640" cy="860" rx="760" ry="120" fill="#8E5BC0"/><ellipse cx="640" cy="850" rx="520" ry="70" fill="#C08AE6"/></g>'
    return svg(d, out)


def park():
    """A hill under blossoming trees."""
    d = fall("sky", (0, "#9ED7FA"), (0.75, "#E9F7FF"), (1, "#FFF4EE")) + fall("grass", (0, "#B9E08A"), (1, "#7DBB63"))
    out = rect(0, 0, 1280, 960, "url(#sky)") + '<g filter="url(#far)">'
    out += '<path d="M0 700Q320 590 640 660T1280 620V960H0Z" fill="#C8E6B4"/><path d="M0 780Q360 690 700 750T1280 720V960H0Z" fill="url(#grass)"/>'
    chance = random.Random(7)
    for trunk, top in ((170, 330), (1110, 300)):
        out += rect(trunk - 22, top, 44, 470, "#8A6250", 'rx="14"')
        for _ in range(46):
            x, y = chance.gauss(trunk, 120), chance.gauss(top - 30, 90)
            out += f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{chance.randint(34, 72)}" fill="{chance.choice(["#FFC4D8", "#FFD7E4", "#FFB3CC", "#FFE6EE"])}"/>'
    for x, y, r in ((520, 170, 60), (590, 150, 84), (672, 176, 60), (800, 90, 44)):
        out += f'<circle cx="{x}" cy="{y}" r="{r}" fill="#FFFFFF" opacity="0.8"/>'
    return svg(d, out + "</g>")
