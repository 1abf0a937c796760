"""Gradients, clips and blurs for the <defs> of a drawing."""


def stops(*pairs):
    """Each pair is (offset, colour) or (offset, colour, opacity)."""
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
