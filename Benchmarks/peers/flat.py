"""A scene that `bunraku bench raster --export` wrote, as one file that peers read without JSON or PNG."""

import json
import os
import types

import numpy
from PIL import Image

BLENDS = ["normal", "multiply", "screen", "addGlow"]
PART = numpy.dtype([
    ("first_vertex", "<i4"), ("vertices", "<i4"), ("first_index", "<i4"), ("indices", "<i4"),
    ("blend", "<i4"), ("mask", "<i4"), ("opacity", "<f4"), ("tint", "<f4", 3)])
HEADER = ["width", "height", "frames", "vertices", "indices", "parts", "masks", "atlas_width",
          "atlas_height"]


def premultiplied(path):
    """The picture of a PNG file, colour multiplied by alpha and rounded as Bunraku does."""
    picture = numpy.asarray(Image.open(path).convert("RGBA")).astype(numpy.uint32)
    colour = (picture[..., :3] * picture[..., 3:] + 127) // 255
    return numpy.concatenate([colour, picture[..., 3:]], axis=2).astype(numpy.uint8)


def write(folder, path):
    """Flattens the export in a folder; gives what scene.json says."""
    with open(os.path.join(folder, "scene.json"), encoding="utf-8") as file:
        scene = json.load(file)

    def numbers(name, kind):
        return numpy.fromfile(os.path.join(folder, scene[name]), kind)

    def parts(name):
        return numpy.array([(
            *part["vertices"], *part["indices"], BLENDS.index(part["blend"]), part.get("mask", -1),
            part["opacity"], part["tint"]) for part in scene[name]], PART)

    atlas = premultiplied(os.path.join(folder, scene["atlas"]))
    indices = numbers("indices", "<u4")
    header = [
        scene["width"], scene["height"], scene["frames"], scene["vertices"], len(indices),
        len(scene["parts"]), len(scene["masks"]), atlas.shape[1], atlas.shape[0]]
    with open(path, "wb") as file:
        for block in (numpy.array(header, "<i4"), parts("parts"), parts("masks"),
                      numbers("uvs_in_atlas", "<f4"), indices, numbers("positions", "<f4"), atlas):
            file.write(block.tobytes())
    return scene


def load(path):
    """The same again, as arrays."""
    with open(path, "rb") as file:
        data = file.read()
    sizes = dict(zip(HEADER, numpy.frombuffer(data, "<i4", len(HEADER)).tolist()))
    at = 4 * len(HEADER)

    def take(kind, *shape):
        nonlocal at
        count = int(numpy.prod(shape))
        block = numpy.frombuffer(data, kind, count, at).reshape(shape)
        at += block.nbytes
        return block

    def parts(count):
        return [
            types.SimpleNamespace(
                **{name: part[name].item() for name in PART.names if name != "tint"},
                tint=part["tint"].tolist())
            for part in take(PART, count)]

    return types.SimpleNamespace(
        width=sizes["width"], height=sizes["height"], parts=parts(sizes["parts"]),
        masks=parts(sizes["masks"]), uvs=take("<f4", sizes["vertices"], 2),
        indices=take("<u4", sizes["indices"]),
        positions=take("<f4", sizes["frames"], sizes["vertices"], 2),
        atlas=take("u1", sizes["atlas_height"], sizes["atlas_width"], 4))
