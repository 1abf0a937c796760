#!/usr/bin/python3
"""Draws a character: rigs/NAME/art/character.py → rigs/NAME/parts/*.png and rigs/NAME/rig.json.

    rigs/art/draw.py mirai                 # everything; only pictures whose drawing changed are made again
    rigs/art/draw.py mirai --only 'eye-*'  # only parts of these names, and the rig
    rigs/art/draw.py mirai --rig           # only rig.json

Needs rsvg-convert and Pillow (Debian: librsvg2-bin, python3-pil). The same drawing gives the same bytes.
"""
import argparse
import fnmatch
import importlib.util
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import export  # noqa: E402
import rigfile  # noqa: E402


def character(name):
    """The module that describes a character; it has sections(), and TITLE, VIEW and whatever else they need."""
    folder = HERE.parent / name / "art"
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("character", folder / "character.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["character"] = module
    spec.loader.exec_module(module)
    return module


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("name")
    arguments.add_argument("--only", default="*")
    arguments.add_argument("--rig", action="store_true")
    chosen = arguments.parse_args()
    module = character(chosen.name)
    sections = module.sections()
    parts = sorted((part for section in sections for part in section.parts), key=lambda part: part.z)
    names = [part.id for part in parts]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise SystemExit(f"these parts are drawn twice: {', '.join(sorted(twice))}")
    folder = HERE.parent / chosen.name
    defs = [line for section in sections for line in section.defs]
    only = "" if chosen.rig else chosen.only
    boxes = export.export(folder, defs, parts, lambda name: fnmatch.fnmatch(name, only))
    for section in sections:
        for name, (title, svg) in section.rooms.items():
            export.background(folder, name, svg)
            section.extra.setdefault("backgrounds", {})[name] = {"title": title, "picture": f"backgrounds/{name}.png"}
    rigfile.write(folder / "rig.json", module, sections, parts, boxes)


if __name__ == "__main__":
    main()
