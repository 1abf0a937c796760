#!/usr/bin/env python3
"""Draws the worst case with Bunraku, Mesa's llvmpipe, cairo, Skia and Chromium in turns, on one core.

    python3 Benchmarks/peers/raster.py --bunraku .build/release/bunraku

Peers draw what `bunraku bench raster --export` writes. In each round every program draws the same number
of frames, all on one core: the one that was quietest when the run began. Times are the process's own.
Ratios are medians of those of rounds; pictures are compared with Bunraku's, in decibels.

Needs a C compiler, python3-numpy, python3-pil and, for each peer, libegl-dev, libgles-dev and
libgl1-mesa-dri; libcairo2-dev; `pip install skia-python`; chromium. A peer that cannot be started is left out, and
the reason is told.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

import flat
from likeness import agreement
from turns import HERE, LLVMPIPE, compiled, started, stay_on_the_quietest_core


def peers(scene, folder):
    return started({
        "llvmpipe": lambda: (
            [compiled("scene_llvmpipe.c", ["egl", "glesv2"], folder), scene], LLVMPIPE),
        "cairo": lambda: ([compiled("scene_cairo.c", ["cairo"], folder), scene], {}),
        "skia": lambda: ([sys.executable, os.path.join(HERE, "scene_skia.py"), scene], {}),
        "chromium": lambda: (
            [sys.executable, os.path.join(HERE, "scene_chromium.py"), scene], {}),
    })


def bunraku_milliseconds(program, name, level, seconds):
    command = [program, "bench", "raster", name, "--json", "--threads", "1", "--accuracy-frames",
               "0", "--seconds", str(seconds)]
    if level:
        command += ["--level", level]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return {scene["level"]: scene["ms_median"] for scene in json.loads(answer.stdout)["scenes"]}


def compare(arguments, name, folder):
    export = os.path.join(folder, name)
    subprocess.run(
        [arguments.bunraku, "bench", "raster", name, "--export", export], check=True)
    scene = flat.write(export, export + ".scene")
    rivals = list(peers(export + ".scene", folder))
    for rival in rivals:
        rival.agreement = agreement(rival, scene, export, folder)
        rival.milliseconds(0, 2)
    rounds = []
    for number in range(arguments.rounds):
        ours = bunraku_milliseconds(arguments.bunraku, name, arguments.level, arguments.seconds)
        first = number * arguments.frames
        rounds.append((ours, {r.name: r.milliseconds(first, arguments.frames) for r in rivals}))
    print(f"\n{name}: medians of {len(rounds)} rounds, one thread")
    for level in rounds[0][0]:
        ours = statistics.median(o[level] for o, _ in rounds)
        print(f"  bunraku {level:10} {ours:8.2f} ms")
        for rival in rivals:
            theirs = statistics.median(t[rival.name] for _, t in rounds)
            ratio = statistics.median(t[rival.name] / o[level] for o, t in rounds)
            print(f"    {rival.name:10} {theirs:8.2f} ms  {ratio:6.2f} ×  "
                  f"agrees to {rival.agreement:.1f} dB  ({rival.version})")
    for rival in rivals:
        rival.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bunraku", required=True, help="the program, built for release")
    parser.add_argument("--scene", action="append", choices=["worst-720", "worst-1080"])
    parser.add_argument("--level", help="only this vector level")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--frames", type=int, default=6, help="of each peer in a round")
    parser.add_argument("--seconds", type=float, default=0.5, help="of Bunraku in a round")
    arguments = parser.parse_args()
    arguments.bunraku = os.path.abspath(arguments.bunraku)
    stay_on_the_quietest_core()
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.scene or ["worst-720", "worst-1080"]:
            compare(arguments, name, folder)


if __name__ == "__main__":
    main()
