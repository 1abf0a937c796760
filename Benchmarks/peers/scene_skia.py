"""The scene in Skia's raster backend: one drawVertices a part. Started by raster.py.

Making the vertices is not timed, for Python would take longer than Skia. One paint serves all parts and
tints are colours of vertices: another paint for each would encode the atlas as PNG each time.
"""

import sys
import time

import numpy
import skia

import flat

scene = flat.load(sys.argv[1])
pixels = numpy.zeros((scene.height, scene.width, 4), numpy.uint8)
surface = skia.Surface.MakeRasterDirect(
    skia.ImageInfo.Make(
        scene.width, scene.height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType),
    pixels)
atlas = skia.Image.fromarray(
    scene.atlas, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType, copy=True)
paint = skia.Paint(Shader=atlas.makeShader(
    skia.TileMode.kDecal, skia.TileMode.kDecal, skia.SamplingOptions(skia.FilterMode.kLinear)))
BLENDS = [
    skia.BlendMode.kSrcOver, skia.BlendMode.kMultiply, skia.BlendMode.kScreen,
    skia.BlendMode.kPlus]
UVS = scene.uvs * [scene.atlas.shape[1], scene.atlas.shape[0]]


def vertices(part, positions):
    span = slice(part.first_vertex, part.first_vertex + part.vertices)
    colour = skia.Color4f(*part.tint, part.opacity).toColor()
    index = scene.indices[part.first_index:part.first_index + part.indices] - part.first_vertex
    return skia.Vertices(
        skia.Vertices.kTriangles_VertexMode,
        [skia.Point(*map(float, p)) for p in positions[span]],
        [skia.Point(*map(float, p)) for p in UVS[span]],
        [colour] * part.vertices, [int(i) for i in index])


def prepared(frame):
    positions = scene.positions[frame]
    masks = [vertices(mask, positions) for mask in scene.masks]
    return [
        (vertices(part, positions), part, None if part.mask < 0 else masks[part.mask])
        for part in scene.parts]


def draw(meshes):
    canvas = surface.getCanvas()
    canvas.clear(0)
    for mesh, part, mask in meshes:
        if mask is None:
            paint.setBlendMode(BLENDS[part.blend])
            canvas.drawVertices(mesh, paint, skia.BlendMode.kModulate)
            continue
        canvas.saveLayer(mesh.bounds(), skia.Paint(BlendMode=BLENDS[part.blend]))
        paint.setBlendMode(skia.BlendMode.kSrcOver)
        canvas.drawVertices(mesh, paint, skia.BlendMode.kModulate)
        canvas.saveLayer(mesh.bounds(), skia.Paint(BlendMode=skia.BlendMode.kDstIn))
        canvas.drawVertices(mask, paint, skia.BlendMode.kModulate)
        canvas.restore()
        canvas.restore()


print(f"Skia m{skia.__version__}", flush=True)
for line in sys.stdin:
    words = line.split(maxsplit=2)
    if words[0] == "draw":
        times = []
        for number in range(int(words[1]), int(words[1]) + int(words[2])):
            meshes = prepared(number % len(scene.positions))
            began = time.process_time()
            draw(meshes)
            times.append((time.process_time() - began) * 1000)
        print(*(f"{t:.4f}" for t in times), flush=True)
    else:
        draw(prepared(int(words[1])))
        pixels.tofile(words[2].strip())
        print(flush=True)
