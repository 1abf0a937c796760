"""What all comparisons share: programs that draw in turns on one core."""

import os
import statistics
import subprocess
import sys
import time

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))

# How Mesa draws without a screen, and on the thread that asks.
LLVMPIPE = {
    "EGL_PLATFORM": "surfaceless", "LIBGL_ALWAYS_SOFTWARE": "1", "GALLIUM_DRIVER": "llvmpipe",
    "LP_NUM_THREADS": "0"}


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


def stay_on_the_quietest_core():
    core = quietest_core()
    os.sched_setaffinity(0, {core})
    print(f"core {core}", flush=True)


class Peer:
    """A program that draws when it is told: an order a line, each answered by a line."""

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


def started(makers):
    """The peers that start; of others the reason is told."""
    for name, make in makers.items():
        try:
            yield Peer(name, *make())
        except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
            print(f"without {name}: {error}", file=sys.stderr)


def compiled(source, libraries, folder, *flags):
    """A peer in C, built with what pkg-config says of libraries."""
    program = os.path.join(folder, "-".join([source[:-2], *(flag.strip("-") for flag in flags)]))
    found = subprocess.run(
        ["pkg-config", "--cflags", "--libs", *libraries], capture_output=True, text=True, check=False)
    if found.returncode:
        raise RuntimeError(found.stderr.strip().splitlines()[-1])
    subprocess.run(
        ["cc", "-O2", *flags, "-o", program, os.path.join(HERE, source), *found.stdout.split(),
         "-lm"], check=True)
    return program
