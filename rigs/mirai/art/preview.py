#!/usr/bin/env python3
"""Renders the whole drawing with a chosen expression: preview.py OUT.png [neutral|closed|smile|aa|e|…] [height] [x y w h] [background]."""
import re
import subprocess
import sys
from pathlib import Path

EYES = {"eye-white", "iris", "eye-highlight", "lash-upper", "lash-lower", "crease", "lid-upper", "eye-closed", "eye-smile"}
OPEN_EYES = {"eye-white", "iris", "eye-highlight", "lash-upper", "lash-lower", "crease"}
SHOWN = {
    "neutral": (OPEN_EYES, "mouth-closed"),
    "closed": ({"eye-white", "lid-upper", "eye-closed"}, "mouth-closed"),
    "smile": ({"eye-white", "lid-upper", "eye-smile"}, "mouth-smile"),
    "happy": (OPEN_EYES, "mouth-smile"),
}


def render(out, look="neutral", height=700, box=(0, 0, 2048, 3072), background="#e9edf2"):
    eyes, mouth = SHOWN.get(look, (OPEN_EYES, f"mouth-{look}"))
    loose = {"mouth-interior", "tongue", "teeth-upper", "teeth-lower", "lip-lower", "lip-upper"}
    lines = []
    for text in Path(__file__).with_name("mirai.svg").read_text().splitlines():
        part = re.match(r'<g id="([^"]+)"', text)
        if part:
            name = part.group(1)
            kind = re.sub("-[lr]$", "", name)
            text = text.replace(' display="none"', "", 1)
            if kind in EYES and kind not in eyes or name in loose or name.startswith("mouth-") and name != mouth:
                continue
            if kind == "iris":
                text = f'<g clip-path="url(#in-eye-{name[-1]})">{text}</g>'
        lines.append(text)
    x, y, w, h = box
    svg = "\n".join(lines).replace('viewBox="0 0 2048 3072" width="2048" height="3072"', f'viewBox="{x} {y} {w} {h}" width="{w}" height="{h}"', 1)
    subprocess.run(["rsvg-convert", "-h", str(height), "-b", background, "-o", out], input=svg.encode(), check=True)


if __name__ == "__main__":
    a = sys.argv[1:]
    box = tuple(map(int, a[3:7])) if len(a) > 6 else (0, 0, 2048, 3072)
    render(a[0], a[1] if len(a) > 1 else "neutral", int(a[2]) if len(a) > 2 else 700, box, a[7] if len(a) > 7 else "#e9edf2")
