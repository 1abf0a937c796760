#!/usr/bin/env python3
"""Draws the worst case with Bunraku, Mesa's llvmpipe, cairo and Skia in turns, one thread each.

    python3 Benchmarks/peers/raster.py --bunraku .build/release/bunraku

Peers draw what `bunraku bench raster --export` writes. In each round every program draws the same number
of frames, all on one core: the one that was quietest when the run began. Times are the process's own.
Ratios are medians of those of rounds; pictures are compared with Bunraku's, in decibels.

Needs a C compiler, python3-numpy, python3-pil and, for each peer, libegl-dev, libgles-dev and
libgl1-mesa-dri; libcairo2-dev; `pip install skia-python`. A peer that cannot be started is left out, and
the reason is told.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy

import flat

# Decibels. Cairo, whose triangles end on pixels by other rules, reaches 42; a part that is missing or
# blended otherwise cost 15 where it was tried.
LEAST_AGREEMENT = 40
HERE = os.path.dirname(os.path.abspath(__file__))


def quietest_core():
    """The core that idles most during half a second, of those that may be used."""
    def idle():
        with open("/proc/stat", encoding="ascii") as file:
            rows = [line.split() for line in file if line.startswith("cpu") and line[3] != " "]
        return {int(row[0][3:]): int(row[4]) for row in rows}

    before = idle()
    time.sleep(0.5)
    after = idle()
    return max(os.sched_getaffinity(0), key=lambda core: after[core] - before[core])


class Peer:
    """A program that draws frames when it is told."""

    def __init__(self, name, command, environment):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **environment})
        self.version = self.process.stdout.readline().strip()
        if not self.version:
            raise RuntimeError(f"it does not start (exit code {self.process.wait()})")

    def ask(self, order):
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.name} ended at '{order}'")
        return answer

    def milliseconds(self, first, count):
        return statistics.median(map(float, self.ask(f"draw {first} {count}").split()))

    def picture(self, frame, folder, shape):
        path = os.path.join(folder, f"{self.name}.rgba")
        self.ask(f"picture {frame} {path}")
        return numpy.fromfile(path, numpy.uint8).reshape(shape)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def compiled(source, libraries, folder):
    program = os.path.join(folder, source[:-2])
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", *libraries], capture_output=True, text=True, check=False)
    if flags.returncode:
        raise RuntimeError(flags.stderr.strip().splitlines()[-1])
    subprocess.run(
        ["cc", "-O2", "-o", program, os.path.join(HERE, source), *flags.stdout.split(), "-lm"],
        check=True)
    return program


def peers(scene, folder):
    """Those that start, told of on standard error if they do not."""
    software = {
        "EGL_PLATFORM": "surfaceless", "LIBGL_ALWAYS_SOFTWARE": "1", "GALLIUM_DRIVER": "llvmpipe",
        "LP_NUM_THREADS": "0"}
    makers = {
        "llvmpipe": lambda: (
            [compiled("scene_llvmpipe.c", ["egl", "glesv2"], folder), scene], software),
        "cairo": lambda: ([compiled("scene_cairo.c", ["cairo"], folder), scene], {}),
        "skia": lambda: ([sys.executable, os.path.join(HERE, "scene_skia.py"), scene], {}),
    }
    for name, make in makers.items():
        try:
            yield Peer(name, *make())
        except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
            print(f"without {name}: {error}", file=sys.stderr)


def decibels(ours, theirs):
    """Over pixels that are opaque in ours: GL has no multiply that is right where they are not."""
    opaque = ours[..., 3] == 255
    error = ours[opaque].astype(float) - theirs[opaque]
    return 10 * numpy.log10(255**2 / max(float((error**2).mean()), 1e-9))


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
    shape = (scene["height"], scene["width"], 4)
    for rival in rivals:
        agreement = min(
            decibels(flat.premultiplied(os.path.join(export, file)),
                     rival.picture(int(frame), folder, shape))
            for frame, file in scene["pictures"].items())
        if agreement < LEAST_AGREEMENT:
            sys.exit(f"{rival.name} draws another picture: it agrees to {agreement:.1f} dB only.")
        rival.agreement = agreement
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
    core = quietest_core()
    os.sched_setaffinity(0, {core})
    print(f"core {core}")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.scene or ["worst-720", "worst-1080"]:
            compare(arguments, name, folder)


if __name__ == "__main__":
    main()
