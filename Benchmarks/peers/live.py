#!/usr/bin/env python3
"""The way from a scene to H.264 with Bunraku and with Mesa's llvmpipe in turns, on one core.

    python3 Benchmarks/peers/live.py --bunraku .build/release/bunraku

There: llvmpipe draws, the canvas is read back, swscale converts it, x264 encodes it. Here: `bunraku bench
raster --encode`. Both encode the worst case with the same settings of x264, opaque over black; times are
the process's own, ratios the medians of those of rounds. That both encode the same is checked twice: frames are
compared before they are converted, and what they are encoded to must be about as many bytes.

Needs a C compiler, python3-numpy, python3-pil, libegl-dev, libgles-dev, libgl1-mesa-dri, libavcodec-dev
and libswscale-dev.
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
from turns import LLVMPIPE, Peer, compiled, stay_on_the_quietest_core

# Of bytes: what is lost differs a little where pixels differ in their last bits.
MOST_APART = 1.25


def ours(arguments, name):
    answer = subprocess.run(
        [arguments.bunraku, "bench", "raster", name, "--encode", arguments.preset, "--json",
         "--threads", "1", "--accuracy-frames", "0", "--seconds", str(arguments.seconds),
         *(["--level", arguments.level] if arguments.level else [])],
        capture_output=True, text=True, check=True)
    # The widest vectors come last.
    return json.loads(answer.stdout)["scenes"][-1]


def compare(arguments, name, folder):
    export = os.path.join(folder, name)
    subprocess.run(
        [arguments.bunraku, "bench", "raster", name, "--export", export, "--frames",
         str(arguments.export_frames)], check=True)
    scene = flat.write(export, export + ".scene")
    program = compiled(
        "scene_llvmpipe.c", ["egl", "glesv2", "libavcodec", "libavutil", "libswscale"], folder,
        "-DLIVE")
    rival = Peer("llvmpipe", [program, export + ".scene", arguments.preset], LLVMPIPE)
    agrees = agreement(rival, scene, export, folder)
    rounds = []
    for number in range(arguments.rounds):
        here = ours(arguments, name)
        there = rival.milliseconds(number * arguments.frames, arguments.frames)
        rounds.append((here, there))
    sizes = (statistics.median(here["bytes_per_frame"] for here, _ in rounds),
             float(rival.ask("bytes")))
    rival.end()
    print(f"\n{name}, drawn, converted and encoded with {arguments.preset}, one core: "
          f"medians of {len(rounds)} rounds")
    print(f"  bunraku {rounds[0][0]['level']:10} "
          f"{statistics.median(here['ms_median'] for here, _ in rounds):8.2f} ms  "
          f"{sizes[0]:8.0f} bytes a frame")
    print(f"  llvmpipe           {statistics.median(there for _, there in rounds):8.2f} ms  "
          f"{sizes[1]:8.0f} bytes a frame  "
          f"{statistics.median(there / here['ms_median'] for here, there in rounds):6.2f} ×  "
          f"agrees to {agrees:.1f} dB  ({rival.version})")
    if max(sizes) > MOST_APART * min(sizes):
        sys.exit("The two encode something else: their frames are not about as large.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bunraku", required=True, help="the program, built for release")
    parser.add_argument("--scene", action="append", choices=["worst-720", "worst-1080"])
    parser.add_argument("--preset", default="superfast", help="of x264")
    parser.add_argument("--level", help="only this vector level")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--frames", type=int, default=12, help="of llvmpipe in a round")
    parser.add_argument("--seconds", type=float, default=1.0, help="of Bunraku in a round")
    parser.add_argument("--export-frames", type=int, default=60)
    arguments = parser.parse_args()
    arguments.bunraku = os.path.abspath(arguments.bunraku)
    stay_on_the_quietest_core()
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.scene or ["worst-720"]:
            compare(arguments, name, folder)


if __name__ == "__main__":
    main()
