"""The star: Mirai's sign, as a hair clip and as a pin on the lapel."""
import math

from design import *
from ink import num


def star(cx, cy, r, turn=0.0):
    """A four-pointed star with cut facets, lit from above left."""
    def ray(k, length):
        a = math.radians(turn + 45 * k)
        return (cx + length * math.sin(a), cy - length * math.cos(a))
    points = [ray(k, r if k % 2 == 0 else r * 0.29) for k in range(8)]
    shape = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z"
    out = f'<path d="{shape}" fill="{ORANGE}" stroke="{ORANGE_LINE}" stroke-width="{num(r * 0.15)}" stroke-linejoin="round"/>'
    for k, paint in ((0, "#FFB36B"), (1, ORANGE_SHADE), (2, ORANGE), (3, "#C64F26"), (4, ORANGE_SHADE), (5, "#FFA55C"), (6, "#FFA55C"), (7, "#FFD09A")):
        a, b = points[k], points[(k + 1) % 8]
        out += f'<path d="M{num(cx)} {num(cy)}L{num(a[0])} {num(a[1])}L{num(b[0])} {num(b[1])}Z" fill="{paint}"/>'
    return out


def hair_clip():
    """A large star and a small one on her left."""
    return star(1284, 626, 62, 12) + star(1350, 676, 27, -10)
