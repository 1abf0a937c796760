#!/usr/bin/env python3
"""Runs shaders with Bunraku and with Mesa's llvmpipe in turns, on one core and one thread each.

    python3 Benchmarks/peers/shaders.py --bunraku .build/release/bunraku [NAME…]

Prints nanoseconds a pixel at 1280×720, the medians of rounds, and how many times as long llvmpipe takes;
at the end the geometric mean of these. Times are the process's own. That both draw the same is tested elsewhere: in
a browser, pixel by pixel.

Needs the Debian packages python3-numpy, libegl1, libgles2 and libgl1-mesa-dri.
"""

import argparse
import glob
import json
import math
import os
import statistics
import subprocess
import sys

from turns import HERE, LLVMPIPE, Peer, stay_on_the_quietest_core

FOLDER = os.path.join(HERE, "../../shaders")
PIXELS = 1280 * 720


def ours(arguments, name):
    answer = subprocess.run(
        [arguments.bunraku, "bench", "shaders", name, "--json", "--seconds",
         str(arguments.seconds), "--assets", os.path.join(HERE, "../.."),
         *(["--level", arguments.level] if arguments.level else [])],
        capture_output=True, text=True, check=True)
    return {entry["level"]: entry["ns_per_pixel"] for entry in json.loads(answer.stdout)["shaders"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bunraku", required=True, help="the program, built for release")
    parser.add_argument("--level", help="only this vector level")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--frames", type=int, default=4, help="of llvmpipe in a round")
    parser.add_argument("--seconds", type=float, default=0.2, help="of Bunraku in a round and level")
    parser.add_argument("names", nargs="*", metavar="NAME", help="shaders; all when none is named")
    arguments = parser.parse_args()
    arguments.bunraku = os.path.abspath(arguments.bunraku)
    names = arguments.names or sorted(
        os.path.basename(path)[:-5] for path in glob.glob(os.path.join(FOLDER, "*.frag")))
    stay_on_the_quietest_core()
    rival = Peer("llvmpipe", [sys.executable, os.path.join(HERE, "shaders_llvmpipe.py")], LLVMPIPE)
    print(f"nanoseconds a pixel; {rival.version}", flush=True)
    ratios = {}
    for name in names:
        rounds = []
        for _ in range(arguments.rounds):
            here = ours(arguments, name)
            path = os.path.join(FOLDER, f"{name}.frag")
            times = map(float, rival.ask(f"{path} {arguments.frames}").split())
            rounds.append((here, statistics.median(times) * 1e6 / PIXELS))
        theirs = statistics.median(there for _, there in rounds)
        line = [f"{name:22} llvmpipe {theirs:7.2f}"]
        for level in rounds[0][0]:
            median = statistics.median(here[level] for here, _ in rounds)
            ratio = statistics.median(there / here[level] for here, there in rounds)
            ratios.setdefault(level, []).append(ratio)
            line.append(f"{level} {median:6.2f} ({ratio:5.2f} ×)")
        print("   ".join(line), flush=True)
    rival.end()
    for level, all_ in ratios.items():
        mean = math.exp(sum(map(math.log, all_)) / len(all_))
        print(f"{level}: llvmpipe takes {mean:.2f} times as long (geometric mean of {len(all_)})")


if __name__ == "__main__":
    main()
