"""Curves for draw.py: splines, tapered lines and hair locks, written as SVG path data.

Every curve is a Catmull-Rom spline through the points given. A line is a filled shape whose
width changes along the way; nothing in the drawing is a constant stroke.
"""
import math

CX = 1024


def half(*pts):
    """Points given as (offset from the middle, y) on the picture's right half."""
    return [(CX + x, y) for x, y in pts]


def flip(pts):
    return [(2 * CX - x, y) for x, y in pts]


def at(pts, cx, cy):
    return [(cx + x, cy + y) for x, y in pts]


def num(v):
    s = f"{v:.1f}"
    return s[:-2] if s.endswith(".0") else s


def beziers(pts):
    out = []
    for i in range(len(pts) - 1):
        p0 = pts[max(i - 1, 0)]
        p1, p2 = pts[i], pts[i + 1]
        p3 = pts[min(i + 2, len(pts) - 1)]
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        out.append((p1, c1, c2, p2))
    return out


def curve(*runs, close=True):
    """Path data through each run in turn; where two runs meet there is a corner."""
    d, last = [], None
    for run in runs:
        x, y = run[0]
        if last is None:
            d.append(f"M{num(x)} {num(y)}")
        elif abs(x - last[0]) + abs(y - last[1]) > 0.05:
            d.append(f"L{num(x)} {num(y)}")
        for _, a, b, c in beziers(run):
            d.append("C" + " ".join(f"{num(p)} {num(q)}" for p, q in (a, b, c)))
        last = run[-1]
    return "".join(d) + ("Z" if close else "")


def sample(pts, n=24):
    """n + 1 points at equal distances along the spline."""
    fine = [pts[0]]
    for a, b, c, e in beziers(pts):
        for k in range(1, 25):
            t = k / 24
            s = 1 - t
            w = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            fine.append(tuple(sum(wi * p[j] for wi, p in zip(w, (a, b, c, e))) for j in (0, 1)))
    far = [0.0]
    for p, q in zip(fine, fine[1:]):
        far.append(far[-1] + math.dist(p, q))
    out, k = [], 0
    for i in range(n + 1):
        want = far[-1] * i / n
        while k < len(far) - 2 and far[k + 1] < want:
            k += 1
        span = far[k + 1] - far[k] or 1
        f = (want - far[k]) / span
        p, q = fine[k], fine[k + 1]
        out.append((p[0] + (q[0] - p[0]) * f, p[1] + (q[1] - p[1]) * f))
    return out


def along(values, t):
    """Smoothly between equally spaced values."""
    x = t * (len(values) - 1)
    i = min(int(x), len(values) - 2)
    f = x - i
    f = f * f * (3 - 2 * f)
    return values[i] + (values[i + 1] - values[i]) * f


def taper(pts, widths, n=18):
    """Path data of a line through pts whose width follows widths."""
    mid = sample(pts, n)
    one, two = [], []
    for i, (x, y) in enumerate(mid):
        ax, ay = mid[max(i - 1, 0)]
        bx, by = mid[min(i + 1, n)]
        length = math.hypot(bx - ax, by - ay) or 1
        nx, ny = -(by - ay) / length, (bx - ax) / length
        w = along(widths, i / n) / 2
        one.append((x + nx * w, y + ny * w))
        two.append((x - nx * w, y - ny * w))
    return curve(one, two[::-1])


def fill(d, paint, extra=""):
    return f'<path d="{d}" fill="{paint}"{" " + extra if extra else ""}/>'


def line(pts, widths, paint, extra=""):
    return fill(taper(pts, widths), paint, extra)


class Lock:
    """A lock of hair between two edges that run from the root to a shared tip.

    point(u, t): u 0 on the left edge … 1 on the right edge, t 0 at the root … 1 at the tip.
    """

    def __init__(self, left, right, tip=None):
        if tip:
            left, right = left + [tip], right + [tip]
        self.n = 32
        self.left, self.right = left, right
        self.l, self.r = sample(left, self.n), sample(right, self.n)

    def point(self, u, t):
        x = t * self.n
        i = min(int(x), self.n - 1)
        f = x - i
        lx = self.l[i][0] + (self.l[i + 1][0] - self.l[i][0]) * f
        ly = self.l[i][1] + (self.l[i + 1][1] - self.l[i][1]) * f
        rx = self.r[i][0] + (self.r[i + 1][0] - self.r[i][0]) * f
        ry = self.r[i][1] + (self.r[i + 1][1] - self.r[i][1]) * f
        return (lx + (rx - lx) * u, ly + (ry - ly) * u)

    def thread(self, us, t0=0.0, t1=1.0, n=14):
        """A curve along the lock; us are values of u spread over the way."""
        return [self.point(along(us, k / n), t0 + (t1 - t0) * k / n) for k in range(n + 1)]

    def outline(self):
        return curve(self.left, self.right[::-1])

    def side(self, us, t0, t1=1.0):
        """The region between the curve us and the right edge."""
        return curve(self.thread(us, t0, t1), self.thread([1, 1], t0, t1)[::-1])
