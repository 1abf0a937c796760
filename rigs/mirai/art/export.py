#!/usr/bin/env python3
"""Cuts mirai.svg into ../parts/<id>.png and writes parts.json: every part's box on the canvas, back to front.

Needs rsvg-convert (Debian: librsvg2-bin). The same SVG gives the same bytes.
"""
import json
import re
import struct
import subprocess
import zlib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = HERE.parent / "parts"
WIDTH, HEIGHT = 2048, 3072
ROUGH = 8       # the first look is this many times smaller
MARGIN = 4      # transparent pixels kept around a part


def render(head, body, box, scale=1):
    x, y, w, h = box
    svg = head.replace(f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"', f'viewBox="{x} {y} {w} {h}" width="{w}" height="{h}"', 1)
    run = subprocess.run(["rsvg-convert", "-w", str(w // scale), "-h", str(h // scale), "-f", "png"], input=(svg + body + "</svg>").encode(), capture_output=True, check=True)
    return decode(run.stdout)


def paeth(a, b, c):
    p = a + b - c
    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
    return a if pa <= pb and pa <= pc else b if pb <= pc else c


def decode(png):
    """Width, height and rows of straight-alpha RGBA8."""
    at, data = 8, b""
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        chunk = png[at + 8:at + 8 + size]
        if kind == b"IHDR":
            w, h, depth, colour = struct.unpack(">IIBB", chunk[:10])
            if (depth, colour) != (8, 6):
                raise SystemExit(f"rsvg-convert wrote depth {depth}, colour type {colour}; 8 and 6 (RGBA) are needed")
        elif kind == b"IDAT":
            data += chunk
        at += size + 12
    raw, step = zlib.decompress(data), 4
    rows, last = [], bytearray(w * 4)
    for y in range(h):
        start = y * (w * 4 + 1)
        kind, row = raw[start], bytearray(raw[start + 1:start + 1 + w * 4])
        if kind == 1:
            for i in range(step, len(row)):
                row[i] = (row[i] + row[i - step]) & 255
        elif kind == 2:
            for i in range(len(row)):
                row[i] = (row[i] + last[i]) & 255
        elif kind == 3:
            for i in range(len(row)):
                row[i] = (row[i] + (((row[i - step] if i >= step else 0) + last[i]) >> 1)) & 255
        elif kind == 4:
            for i in range(len(row)):
                left, corner = (row[i - step], last[i - step]) if i >= step else (0, 0)
                row[i] = (row[i] + paeth(left, last[i], corner)) & 255
        rows.append(row)
        last = row
    return w, h, rows


def filtered(kind, row, last):
    if kind == 0:
        return bytes(row)
    left = bytes(4) + row[:-4]
    if kind == 1:
        return bytes((a - b) & 255 for a, b in zip(row, left))
    if kind == 2:
        return bytes((a - b) & 255 for a, b in zip(row, last))
    if kind == 3:
        return bytes((a - ((b + c) >> 1)) & 255 for a, b, c in zip(row, left, last))
    corner = bytes(4) + last[:-4]
    return bytes((a - paeth(b, c, d)) & 255 for a, b, c, d in zip(row, left, last, corner))


def cost(row):
    """How far a filtered row is from zero, bytes taken as signed."""
    n = row.count(0)
    return (len(row) - n) * 4 + sum(min(b, 256 - b) for b in set(row))


def encode(w, h, rows):
    """The smallest of a few whole-picture filters and a row-by-row choice."""
    per_kind = {}
    for kind in (0, 1, 2, 4):
        last, out = bytes(w * 4), []
        for row in rows:
            out.append(bytes([kind]) + filtered(kind, row, last))
            last = bytes(row)
        per_kind[kind] = out
    mixed = [min((per_kind[k][y] for k in (0, 1, 2, 4)), key=lambda r: cost(r[1:])) for y in range(h)]
    packed = min((zlib.compress(b"".join(lines), 9) for lines in (*per_kind.values(), mixed)), key=len)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 6, 0, 0, 0)) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def bounds(w, h, rows):
    """Left, top, right, bottom of what is not transparent (right and bottom exclusive)."""
    seen = [y for y in range(h) if any(rows[y][3::4])]
    if not seen:
        return None
    alphas = [bytes(rows[y][3::4]) for y in seen]
    left = min(len(a) - len(a.lstrip(b"\0")) for a in alphas)
    right = max(len(a.rstrip(b"\0")) for a in alphas)
    return left, seen[0], right, seen[-1] + 1


def cut(job):
    name, head, body = job
    rough = bounds(*render(head, body, (0, 0, WIDTH, HEIGHT), ROUGH))
    if not rough:
        raise SystemExit(f"part {name} draws nothing")
    grow = 2 * ROUGH + MARGIN
    x0, y0 = max(rough[0] * ROUGH - grow, 0), max(rough[1] * ROUGH - grow, 0)
    x1, y1 = min(rough[2] * ROUGH + grow, WIDTH), min(rough[3] * ROUGH + grow, HEIGHT)
    w, h, rows = render(head, body, (x0, y0, x1 - x0, y1 - y0))
    l, t, r, b = bounds(w, h, rows)
    l, t, r, b = max(l - MARGIN, 0), max(t - MARGIN, 0), min(r + MARGIN, w), min(b + MARGIN, h)
    rows = [rows[y][l * 4:r * 4] for y in range(t, b)]
    png = encode(r - l, b - t, rows)
    path = PARTS / f"{name}.png"
    if not path.exists() or path.read_bytes() != png:
        path.write_bytes(png)
    return {"id": name, "x": x0 + l, "y": y0 + t, "width": r - l, "height": b - t}, len(png)


def main():
    PARTS.mkdir(exist_ok=True)
    lines = (HERE / "mirai.svg").read_text().splitlines()
    first = next(i for i, text in enumerate(lines) if text.startswith('<g id="'))
    head = "\n".join(lines[:first])
    jobs = [(re.match(r'<g id="([^"]+)"', text).group(1), head, text.replace(' display="none"', "", 1)) for text in lines[first:] if text.startswith('<g id="')]
    with ProcessPoolExecutor() as pool:
        done = list(pool.map(cut, jobs))
    for old in PARTS.glob("*.png"):
        if old.stem not in {name for name, _, _ in jobs}:
            old.unlink()
    rows = ",\n".join("    " + json.dumps(box) for box, _ in done)
    (HERE / "parts.json").write_text(f'{{\n  "canvas": [{WIDTH}, {HEIGHT}],\n  "parts": [\n{rows}\n  ]\n}}\n')
    print(f"{len(done)} parts, {sum(size for _, size in done) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
