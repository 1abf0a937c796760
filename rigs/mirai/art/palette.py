"""Mirai's colours: one dark hue per material for its lines, shadows turned towards violet."""

SKIN, SKIN_SHADE, SKIN_DEEP, SKIN_LINE = "#FDE8DB", "#F0B9AC", "#DB938F", "#8B4A4A"
HAIR, HAIR_SHADE, HAIR_DEEP, HAIR_LINE = "#2A5468", "#1B3850", "#14283F", "#0F1B2D"
HAIR_LIGHT = "#6FBFC6"
CREAM, CREAM_SHADE, CREAM_DEEP, CREAM_LINE = "#FCF3E6", "#E2CFCF", "#C6A9B8", "#6E4A58"
NAVY, NAVY_SHADE, NAVY_LIGHT, NAVY_LINE = "#2F3A6C", "#212756", "#4A5998", "#14173A"
ORANGE, ORANGE_SHADE, ORANGE_LIGHT, ORANGE_LINE = "#FF8E45", "#E2602F", "#FFC08A", "#8F3417"
LASH, LASH_WARM = "#17182B", "#5B2F42"
MOUTH, MOUTH_DEEP, TONGUE, TONGUE_SHADE, LIP_LINE = "#A23A45", "#6B1D2D", "#EE858A", "#D76470", "#7A3036"
TEETH, TEETH_SHADE = "#FFFDFB", "#DCCBD8"


def stops(*pairs):
    out = ""
    for offset, colour, *alpha in pairs:
        a = f' stop-opacity="{alpha[0]}"' if alpha else ""
        out += f'<stop offset="{offset}" stop-color="{colour}"{a}/>'
    return out


def linear(name, x1, y1, x2, y2, *pairs):
    return (f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
            f"{stops(*pairs)}</linearGradient>")


def radial(name, cx, cy, r, *pairs, squash=1):
    turn = f' gradientTransform="translate(0 {cy * (1 - squash):.1f}) scale(1 {squash})"' if squash != 1 else ""
    return (f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{cx}" cy="{cy}" r="{r}"{turn}>'
            f"{stops(*pairs)}</radialGradient>")


def clip(name, d):
    return f'<clipPath id="{name}"><path d="{d}"/></clipPath>'


def soft(name, blur):
    return (f'<filter id="{name}" x="-50%" y="-50%" width="200%" height="200%">'
            f'<feGaussianBlur stdDeviation="{blur}"/></filter>')
