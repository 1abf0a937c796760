#!/usr/bin/env python3
"""Writes mirai.svg: one <g id> per part, back to front. Parts that a neutral face does not show are display="none"."""
from pathlib import Path

import face
import hair
import mouth
import outfit
import star

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2048 3072" width="2048" height="3072">'


def parts():
    out = hair.parts_behind() + outfit.parts() + face.parts_before_hair(hair.fringe_shadow())
    out += mouth.parts() + face.eyes() + hair.parts_front() + face.both("brow", face.brow())
    return out + [("accessory", star.hair_clip(), False)]


def main():
    lines = [HEAD, "<title>Mirai</title>", "<defs>"]
    lines += face.defs() + hair.defs() + outfit.defs()
    lines.append("</defs>")
    for name, body, hidden in parts():
        lines.append(f'<g id="{name}"{" display=" + chr(34) + "none" + chr(34) if hidden else ""}>{body}</g>')
    lines.append("</svg>")
    Path(__file__).with_name("mirai.svg").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
