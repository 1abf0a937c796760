"""Cuts drawings into parts/<id>.png: each on the whole canvas, trimmed, its box remembered."""
import hashlib
import io
import json
import re
import subprocess
from concurrent.futures import ProcessPoolExecutor

from PIL import Image

WIDTH, HEIGHT = 2048, 3072
ROUGH = 8       # the first look is this many times smaller
MARGIN = 4      # transparent pixels kept around a part
HEAD = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
REFERENCE = re.compile(r'url\(#([^)]+)\)|href="#([^"]+)"')


def render(head, body, box, scale=1):
    x, y, w, h = box
    svg = head.replace(f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"', f'viewBox="{x} {y} {w} {h}" width="{w}" height="{h}"', 1)
    run = subprocess.run(["rsvg-convert", "-w", str(w // scale), "-h", str(h // scale), "-f", "png"], input=(svg + body + "</svg>").encode(), capture_output=True, check=True)
    return Image.open(io.BytesIO(run.stdout)).convert("RGBA")


def cut(job):
    """Draws one part, trims it and writes it; returns its box on the canvas."""
    path, head, body = job
    rough = render(head, body, (0, 0, WIDTH, HEIGHT), ROUGH).getchannel("A").getbbox()
    if not rough:
        raise SystemExit(f"part {path.stem} draws nothing")
    grow = 2 * ROUGH + MARGIN
    x0, y0 = max(rough[0] * ROUGH - grow, 0), max(rough[1] * ROUGH - grow, 0)
    x1, y1 = min(rough[2] * ROUGH + grow, WIDTH), min(rough[3] * ROUGH + grow, HEIGHT)
    picture = render(head, body, (x0, y0, x1 - x0, y1 - y0))
    l, t, r, b = picture.getchannel("A").getbbox()
    l, t = max(l - MARGIN, 0), max(t - MARGIN, 0)
    r, b = min(r + MARGIN, picture.width), min(b + MARGIN, picture.height)
    picture.crop((l, t, r, b)).save(path, optimize=True)
    return {"x": x0 + l, "y": y0 + t, "width": r - l, "height": b - t}


def references(svg):
    return {one or two for one, two in REFERENCE.findall(svg)}


def used(defs, body):
    """The definitions that a drawing refers to, directly or through one another."""
    named = {re.search(r'id="([^"]+)"', line).group(1): line for line in defs}
    found, fresh = set(), references(body)
    while fresh:
        found |= fresh
        fresh = {name for known in fresh if known in named for name in references(named[known])} - found
    return [line for name, line in named.items() if name in found]


def export(folder, defs, parts, wanted):
    """Makes the pictures of wanted parts whose drawing changed; returns the boxes of all.

    What each picture was made from is remembered in art/.drawn.json, which is not kept in the repository.
    """
    (folder / "parts").mkdir(exist_ok=True)
    memory = folder / "art" / ".drawn.json"
    drawn = json.loads(memory.read_text()) if memory.exists() else {}
    jobs = {}
    for part in parts:
        if part.copy:
            continue
        head = HEAD + "<defs>" + "".join(used(defs, part.svg)) + "</defs>"
        path = folder / "parts" / f"{part.id}.png"
        print_ = hashlib.sha256((head + part.svg).encode()).hexdigest()
        known = drawn.get(part.id)
        if known and (known["from"] == print_ and path.exists() or not wanted(part.id)):
            continue
        jobs[part.id] = (path, head, part.svg), print_
    with ProcessPoolExecutor() as pool:
        for (name, (_, print_)), box in zip(jobs.items(), pool.map(cut, [job for job, _ in jobs.values()])):
            drawn[name] = {"from": print_, **box}
    names = {part.id for part in parts if not part.copy}
    drawn = {name: box for name, box in drawn.items() if name in names}
    memory.write_text(json.dumps(drawn, indent=0))
    for old in (folder / "parts").glob("*.png"):
        if old.stem not in names:
            old.unlink()
    print(f"{len(jobs)} of {len(names)} pictures drawn")
    return drawn


def background(folder, name, svg):
    """Draws a whole picture; 192 colours, dithered, keep soft falls small."""
    run = subprocess.run(["rsvg-convert", "-f", "png"], input=svg.encode(), capture_output=True, check=True)
    (folder / "backgrounds").mkdir(exist_ok=True)
    picture = Image.open(io.BytesIO(run.stdout)).convert("RGB")
    picture.quantize(192, dither=Image.Dither.FLOYDSTEINBERG).save(folder / "backgrounds" / f"{name}.png", optimize=True)
