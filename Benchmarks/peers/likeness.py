"""How well the pictures of two programs agree."""

import os
import sys

import numpy

import flat

# Decibels. Cairo, whose triangles end on pixels by other rules, reaches 42; a part that is missing or
# blended otherwise cost 15 where it was tried.
LEAST_AGREEMENT = 40


def agreement(rival, scene, export, folder):
    """How well a peer's pictures agree with those of an export, the worst of them, in decibels; ends when
    it draws something else."""
    shape = (scene["height"], scene["width"], 4)
    least = min(
        decibels(flat.premultiplied(os.path.join(export, file)),
                 rival.picture(int(frame), folder, shape))
        for frame, file in scene["pictures"].items())
    if least < LEAST_AGREEMENT:
        sys.exit(f"{rival.name} draws another picture: it agrees to {least:.1f} dB only.")
    return least


def decibels(ours, theirs):
    """Over pixels that are opaque in ours: GL has no multiply that is right where they are not."""
    opaque = ours[..., 3] == 255
    error = ours[opaque].astype(float) - theirs[opaque]
    return 10 * numpy.log10(255**2 / max(float((error**2).mean()), 1e-9))
