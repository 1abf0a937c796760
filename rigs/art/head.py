"""The head: how face, eyes and mouth lie on one another and what moves them.

The amounts were found by eye on the common face; those of the eyes grow with the eyes of the character.
"""
import re

import face
import mouth
from design import *
from face import EYE, both
from ink import CX
from section import Part, Section

EYE_Y = EYE[1]


def tall(words, k=None):
    """A keyform with its amounts made larger as the character's eye is taller than the common one."""
    k = EYE_TALL if k is None else k
    return re.sub(r"-?\d+(?:\.\d+)?", lambda n: f"{float(n.group()) * k:g}", words)


def reflect(words):
    """A keyform seen in a mirror."""
    out = []
    for phrase in words.split(";"):
        word, *amounts = phrase.split()
        if word in ("down", "top", "bottom"):
            amounts = amounts[::-1]
        elif word in ("left", "right"):
            word = {"left": "right", "right": "left"}[word]
            amounts = [f"{-float(a):g}" for a in amounts]
        out.append(" ".join([word, *amounts]))
    return "; ".join(out)


def nested(value, change):
    return [nested(inner, change) for inner in value] if isinstance(value, list) else change(value)


def mirrored(binding):
    """The same for her right: names end in -r, x and angles turn round."""
    def name(text):
        return re.sub(r"-l\b", "-r", text).replace("Left", "Right")
    out = {}
    for key, value in binding.items():
        if key == "on":
            out[key] = name(value)
        elif key == "by":
            out[key] = nested(value, name)
        elif key == "warp":
            out[key] = nested(value, reflect)
        elif key == "translate":
            out[key] = flipped(value)
        elif key == "rotate":
            out[key] = nested(value, lambda a: -a)
        else:
            out[key] = value
    return out


def flipped(value):
    if isinstance(value[0], list):
        return [flipped(inner) for inner in value]
    return [-value[0], value[1]]


def sides(*bindings):
    """Bindings of her left, each followed by that of her right; comments stay."""
    out = []
    for binding in bindings:
        out += [binding] if isinstance(binding, str) else [binding, mirrored(binding)]
    return out


HAPPY = "0.5 eyeSquint{0} + 0.5 cheekSquint{0}"
LID = "eyeBlink{0} + 0.22 eyeSquint{0} - 0.2 eyeWide{0} + 0.22 eyeLookDown{0}"


def drivers():
    out = {"# eyes": ""}
    for s, side in (("l", "Left"), ("r", "Right")):
        out[f"happy-{s}"] = HAPPY.format(side)
        out[f"lid-{s}"] = LID.format(side) + (f" + {LID_REST:g}" if LID_REST else "")
        out[f"gaze-y-{s}"] = f"eyeLookUp{side} - eyeLookDown{side}"
        out[f"eye-plain-{s}"] = "1 - eyeStars - eyeHearts - eyeSpirals"
    out["gaze-x-l"] = "eyeLookOutLeft - eyeLookInLeft"
    out["gaze-x-r"] = "eyeLookInRight - eyeLookOutRight"
    out["happy"] = "0.5 happy-l + 0.5 happy-r"
    out["# mouth"] = ""
    out["smile"] = "0.5 mouthSmileLeft + 0.5 mouthSmileRight"
    out["stretch"] = "0.5 mouthStretchLeft + 0.5 mouthStretchRight"
    out["press"] = "0.5 mouthPressLeft + 0.5 mouthPressRight"
    out["open"] = "jawOpen - mouthClose"
    out["funnel"] = "mouthFunnel - 0.5 mouthPucker"
    out["upper-up"] = "0.5 mouthUpperUpLeft + 0.5 mouthUpperUpRight"
    out["lower-down"] = "0.5 mouthLowerDownLeft + 0.5 mouthLowerDownRight"
    out["glow"] = "happy + 0.3 smile + 0.5 cheekPuff"
    return {key if not key.startswith("#") else key: value for key, value in out.items()}


def groups():
    out = [
        "the head and what opens in it",
        {"id": "head", "group": "figure", "pivot": [CX, 1300], "depth": 0.25,
         "turn": {"by": ["headYaw", "headPitch"], "center": [CX, 860], "radius": [350, 430]}},
        {"id": "mouth", "group": "head", "pivot": [CX, 1064], "depth": [0.5, 0.1], "warp": {"grid": [9, 2], "box": [934, 1018, 180, 140]}},
        {"id": "mouth-line", "group": "mouth", "warp": {"grid": [9, 2], "box": [934, 1018, 180, 140]}},
        {"id": "mouth-open", "group": "mouth", "warp": {"grid": [9, 2], "box": [946, 1028, 156, 126]}},
        {"id": "mouth-drop", "group": "mouth-open", "warp": {"grid": [5, 5], "box": [946, 1028, 156, 126]}},
    ]
    for s, k in (("l", 1), ("r", -1)):
        x = CX + k * (EYE[0] - CX)
        out += [
            {"id": f"eye-{s}", "group": "head", "pivot": [x, EYE_Y + 2], "depth": [0.46, 0.1]},
            {"id": f"eye-open-{s}", "group": f"eye-{s}"},
            {"id": f"eyeball-{s}", "group": f"eye-open-{s}", "pivot": [x, EYE_Y + 8]},
        ]
    return out


def parts():
    out = []
    for name, svg in both("ear", face.ear()).items():
        out.append(Part(name, 400, svg, group="head", depth=-0.1))
    out += [
        Part("face", 410, face.skin(), group="head", depth=[0.36, 0.06], warp=[5, 7]),
        Part("blush", 420, face.blush(), group="head", depth=[0.42, 0.08], opacity=0.55),
        Part("nose", 440, face.nose(), group="head", depth=[0.72, 0.2], pivot=[1026, 990]),
    ]
    pictures = mouth.drawings()
    for z, (name, rig) in enumerate({
        "mouth-interior": {"group": "mouth-drop"},
        "tongue": {"group": "mouth-drop", "inside": ["mouth-interior"]},
        "teeth-lower": {"group": "mouth-drop", "inside": ["mouth-interior"]},
        "teeth-upper": {"group": "mouth-drop", "inside": ["mouth-interior"], "warp": {"grid": [2, 2], "box": [954, 1028, 140, 36]}},
        "lip-lower": {"group": "mouth-drop"},
        "lip-upper": {"group": "mouth-open"},
        "mouth-closed": {"group": "mouth-line"},
        "mouth-pressed": {"group": "mouth-line"},
        "mouth-pout": {"group": "mouth"},
        "mouth-ff": {"group": "mouth"},
    }.items()):
        out.append(Part(name, 450 + z, pictures[name], **rig))
    layers = [
        (500, "eye-white", both("eye-white", face.eye_white()), "eye-open", {"warp": [9, 3]}),
        (510, "iris", {f"iris-{s}": face.iris(s) for s in "lr"}, "eyeball", {"inside": True}),
        (512, "pupil-stars", {f"pupil-stars-{s}": face.star_pupil(s) for s in "lr"}, "eyeball", {"inside": True}),
        (513, "pupil-hearts", {f"pupil-hearts-{s}": face.heart_pupil(s) for s in "lr"}, "eyeball", {"inside": True}),
        (514, "pupil-spirals", {f"pupil-spirals-{s}": face.spiral_pupil(s) for s in "lr"}, "eyeball", {"inside": True}),
        (516, "eye-highlight", {f"eye-highlight-{s}": face.highlight(s) for s in "lr"}, "eyeball", {"inside": True}),
        (520, "lash-lower", both("lash-lower", face.lash_lower()), "eye", {"warp": [5, 2]}),
        (530, "lash-upper", both("lash-upper", face.lash_upper()), "eye", {"warp": [9, 2]}),
        (540, "crease", both("crease", face.crease()), "eye", {}),
        (550, "eye-closed", both("eye-closed", face.eye_closed()), "eye", {}),
        (560, "eye-smile", both("eye-smile", face.eye_smile()), "eye", {}),
    ]
    for z, _, drawings, group, rig in layers:
        for name, svg in drawings.items():
            s = name[-1]
            more = {key: [f"eye-white-{s}"] if value is True else value for key, value in rig.items()}
            out.append(Part(name, z, svg, group=f"{group}-{s}", **more))
    for (name, svg), k in zip(both("brow", face.brow()).items(), (1, -1)):
        out.append(Part(name, 650, svg, group="head", depth=[0.5, 0.1], pivot=[CX + k * 174, 700], warp=[5, 2]))
    return out


def eye_bindings():
    shut = "down 96 93 79 79 82 90 96 118 122; bottom -66 -66 -40 -15 0 0 -30 -66 -66"
    smiling = "down 0 2 4 5 6 6 5 4 3"
    arch = "top 70 107 91 81 75 77 88 101 125; bottom -30 -48 -72 -81 -83 -84 -73 -60 -37"
    lifted = "top 0 3 5 6 6 6 6 5 4; bottom 0 -6 -14 -20 -22 -22 -18 -8 0"
    low = "down -4 -40 -82 -60 -4"

    def grown(value):
        return nested(value, lambda words: words if words == "rest" else tall(words))
    gaze = [[-30, 22], [-34, 0], [-30, -20]], [[0, 26], [0, 0], [0, -24]], [[30, 22], [34, 0], [30, -20]]
    out = sides(
        "eyes: the lid comes down as one curve, lash and white together; a smile closes them the other way",
        {"on": "lash-upper-l", "by": ["lid-l -0.2 0 0.93", "happy-l 0 0.65 0.95"], "warp": grown([
            ["down 0 -5 -10 -13 -14 -13 -10 -6 -4", smiling, shut], ["rest", smiling, shut],
            ["down 62 105 134 148 147 138 110 86 76; bottom -70 -80 -50 -18 0 0 -30 -68 -68", shut, shut]])},
        {"on": "eye-white-l", "by": ["lid-l -0.2 0 0.93", "happy-l 0 0.65 0.95"], "warp": grown([
            ["top 0 -8 -12 -14 -15 -14 -12 -8 -6", lifted, arch], ["rest", lifted, arch],
            ["top 80 116 143 154 157 156 152 141 120; bottom -20 -27 -20 -12 -9 -10 -14 -21 -34", arch, arch]])},
        {"on": "lash-lower-l", "by": ["lid-l 0 1", "happy-l 0 0.65 0.95"], "warp": grown([["rest", "down -4 -14 -20 -18 -4", low], ["down 0 -4 -6 -4 0", low, low]])},
        {"on": "lash-upper-l", "by": "browDownLeft 0 1", "warp": ["rest", "down 4 13 14 9 4 0 -2 -3 -3"]},
        {"on": "eye-white-l", "by": "browDownLeft 0 1", "warp": ["rest", "top 6 15 16 10 4 0 -2 -3 -3"]},
        {"on": "lash-upper-l", "by": "browInnerUp 0 1", "warp": ["rest", "down 0 -6 -6 -3 1 6 11 13 12"]},
        {"on": "eye-white-l", "by": "browInnerUp 0 1", "warp": ["rest", "top 0 -8 -7 -3 1 6 12 16 18"]},
        {"on": "lash-upper-l", "by": ["lid-l 0.91 0.95", "happy-l 0.9 0.94"], "opacity": [[1, 0], [0, 0]]},
        {"on": "lash-lower-l", "by": ["lid-l 0.55 0.85", "happy-l 0.7 0.9"], "opacity": [[1, 0], [0, 0]]},
        {"on": "eye-open-l", "by": ["lid-l 0.9 0.97", "happy-l 0.9 0.97"], "opacity": [[1, 0], [0, 0]]},
        {"on": "crease-l", "by": ["lid-l -0.2 0 1", "happy-l 0 0.9"], "translate": [[[0, -8], [0, -8]], [[0, 0], [0, 30]], [[0, 90], [0, 60]]]},
        {"on": "crease-l", "by": ["lid-l 0.55 0.85", "happy-l 0.7 0.9"], "opacity": [[1, 0], [0, 0]]},
        {"on": "eye-closed-l", "by": ["lid-l 0.88 0.92", "happy-l 0.3 0.5"], "opacity": [[0, 0], [1, 0]]},
        {"on": "eye-smile-l", "by": ["lid-l 0.88 0.92", "happy-l 0.3 0.5 0.87 0.91"], "opacity": [[0, 0, 0, 1], [0, 1, 1, 1]]},
        {"on": "iris-l", "by": "eyeWideLeft 0 1", "scale": [1, 0.93]},
        {"on": "iris-l", "by": "eyeDull 0 1", "tint": [[1, 1, 1], [0.55, 0.56, 0.62]]},
        {"on": "eye-highlight-l", "by": ["eyeDull 0 0.8", "eye-plain-l 0 0.5"], "opacity": [[0, 1], [0, 0]]},
        {"on": "pupil-stars-l", "by": "eyeStars 0.2 0.6", "opacity": [0, 1]},
        {"on": "pupil-hearts-l", "by": "eyeHearts 0.2 0.6", "opacity": [0, 1]},
        {"on": "pupil-spirals-l", "by": "eyeSpirals 0.2 0.6", "opacity": [0, 1]},
    )
    out.append("gaze: both eyes go the same way in the picture")
    for s in "lr":
        out += [
            {"on": f"eyeball-{s}", "by": [f"gaze-x-{s} -1 0 1", f"gaze-y-{s} -1 0 1"], "translate": [list(row) for row in gaze]},
            {"on": f"eye-highlight-{s}", "by": [f"gaze-x-{s} -1 0 1", f"gaze-y-{s} -1 1"],
             "translate": [[[5, -5], [5, 5]], [[0, -5], [0, 5]], [[-5, -5], [-5, 5]]]},
        ]
    return out


def face_bindings():
    return [
        "the head: it rolls about the base of the neck, which follows",
        {"on": "head", "by": "breath 0 1", "translate": [[0, 0], [0, -6]]},
        {"on": "head", "by": "headRoll -20 20", "rotate": [-18, 18]},
        {"on": "head", "by": "headYaw -30 30", "translate": [[-14, 0], [14, 0]]},
        {"on": "head", "by": "headPitch -20 0 20", "translate": [[0, 16], [0, 0], [0, -8]]},
        {"on": "face", "by": "jawOpen 0 1", "warp": ["rest", "rows 0 0 0 0 1 8 18"]},
        {"on": "face", "by": "cheekPuff 0 1", "warp": ["rest", "wide 0 0 0 4 16 10 0"]},
        {"on": "face", "by": "jawLeft 0 1", "warp": ["rest", "across 0 0 0 0 0 8 14"]},
        {"on": "face", "by": "jawRight 0 1", "warp": ["rest", "across 0 0 0 0 0 -8 -14"]},
    ] + eye_bindings() + sides(
        "brows",
        {"on": "brow-l", "by": "browDownLeft 0 1", "translate": [[0, 0], [-10, 20]], "rotate": [0, -11]},
        {"on": "brow-l", "by": "browInnerUp 0 1", "translate": [[0, 0], [-4, -14]], "rotate": [0, 12], "warp": ["rest", "down 0 -4 -2 2 6"]},
        {"on": "brow-l", "by": "browOuterUpLeft 0 1", "translate": [[0, 0], [0, -20]], "rotate": [0, -6], "warp": ["rest", "down 4 -4 -8 -6 4"]},
        "cheeks and nose",
        {"on": "nose", "by": "noseSneerLeft 0 1", "translate": [[0, 0], [2, -4]]},
    ) + [
        {"on": "blush", "by": "glow 0 1", "opacity": [0.75, 1]},
        {"on": "blush", "by": "happy 0 1", "translate": [[0, 0], [0, -14]]},
    ]


def mouth_bindings():
    return sides(
        "mouth: how its line runs, closed or open",
        {"on": "mouth", "by": "mouthSmileLeft 0 1", "warp": ["rest", "down 0 0 0 1 3.5 2 -6 -17 -24; right 14"]},
        {"on": "mouth", "by": "mouthFrownLeft 0 1", "warp": ["rest", "down 0 0 0 -2 -4.5 -3 8 25 38; right -4"]},
        {"on": "mouth", "by": "mouthDimpleLeft 0 1", "warp": ["rest", "right 5"]},
        {"on": "mouth", "by": "mouthLeft 0 1", "translate": [[0, 0], [20, -2]]},
        {"on": "mouth", "by": "jawLeft 0 1", "translate": [[0, 0], [12, 2]]},
    ) + [
        {"on": "mouth", "by": "stretch 0 1", "warp": ["rest", "down 5 2 -1 -1 0 -1 -1 2 5; wide 14"]},
        {"on": "mouth", "by": "press 0 1", "warp": ["rest", "down 10 6 0 -3 -3 -3 0 6 10; wide -10"]},
        {"on": "mouth-line", "by": "funnel 0 1", "warp": ["rest", "wide -24; down 10 4 0 -1 -2 -1 0 4 10"]},
        {"on": "mouth-line", "by": "mouthPucker 0 1", "warp": ["rest", "wide -34; down 18 8 -2 -6 -6 -6 -2 8 18"]},
        {"on": "mouth", "by": "jawForward 0 1", "scale": [1, 1.05]},
        {"on": "mouth", "by": "mouthShrugLower 0 1", "translate": [[0, 0], [0, -6]], "warp": ["rest", "down 5 2 0 -2 -3 -2 0 2 5"]},
        {"on": "mouth", "by": "mouthShrugUpper 0 1", "translate": [[0, 0], [0, -4]]},
        {"on": "mouth", "by": "mouthRollUpper 0 1", "warp": ["rest", "down 3 2 1 3 4 3 1 2 3; wide -5"]},
        "a laughing mouth: its upper edge is nearly straight, and the lower one round",
        {"on": "mouth-open", "by": ["open 0.05 0.35", "smile 0 1", "mouthPucker 0 0.5"], "warp": [
            [["rest", "rest"], ["rest", "rest"]], [["rest", "rest"], ["down 5 1 -3 -7 -9 -7 -3 1 5; wide 6", "rest"]]]},
        {"on": "mouth-drop", "by": ["open 0.05 0.35", "smile 0 1", "mouthPucker 0 0.5"], "warp": [
            [["rest", "rest"], ["rest", "rest"]], [["rest", "rest"], ["bottom 0 12 16 12 0", "rest"]]]},
        "mouth: how far it opens, and how round",
        {"on": "mouth-drop", "by": "open 0 0.75 1", "warp": ["rows 7 -23 -53 -80 -100; down 12 -1 0 -1 12", "rest", "bottom 16"]},
        {"on": "mouth-open", "by": "open 0 0.75", "warp": ["down 0 9 22 26 25 26 22 9 0; wide -8", "rest"]},
        {"on": "mouth-open", "by": ["open 0 0.3 0.75", "funnel 0 1"], "warp": [
            ["rest", "wide -24; down 16 8 2 -2 -4 -2 2 8 16"], ["rest", "wide -28; down 24 12 0 -7 -9 -7 0 12 24"],
            ["rest", "wide -30; down 36 16 -3 -10 -12 -10 -3 16 36"]]},
        {"on": "mouth-open", "by": ["open 0 0.3 0.75", "mouthPucker 0 1"], "warp": [
            ["rest", "wide -42; down 20 4 -10 -16 -16 -16 -10 4 20"], ["rest", "wide -46; down 25 9 -7 -13 -14 -13 -7 9 25"],
            ["rest", "wide -46; down 38 14 2 -2 -4 -2 2 14 38"]]},
        {"on": "mouth-drop", "by": ["open 0 0.3 0.75", "mouthPucker 0 1"], "warp": [["rest", "rest"], ["rest", "bottom 16"], ["rest", "bottom -20"]]},
        {"on": "mouth-drop", "by": ["open 0 0.3 0.75", "funnel 0 1"], "warp": [
            ["rest", "rest"], ["rest", "bottom -14 -5 0 -5 -14"], ["rest", "bottom -26 -9 -2 -9 -26"]]},
        {"on": "mouth-drop", "by": ["open 0 0.1 0.6", "lower-down 0 1"], "warp": [["rest", "rest"], ["rest", "bottom 10"], ["rest", "bottom 8"]]},
        {"on": "mouth-open", "by": ["open 0 0.1", "upper-up 0 1"], "warp": [["rest", "rest"], ["rest", "down 0 -2 -6 -6 -4 -6 -6 -2 0"]]},
        {"on": "teeth-upper", "by": ["open 0.1 0.5", "stretch 0 1"], "warp": [["bottom 8", "bottom 110"], ["rest", "bottom 6"]]},
        {"on": "teeth-upper", "by": "mouthPucker 0.2 0.7", "opacity": [1, 0]},
        {"on": "teeth-lower", "by": ["open 0.1 0.25 0.4", "stretch 0.2 0.6"], "opacity": [[0, 1], [0, 1], [0, 0]]},
        {"on": "tongue", "by": ["open 0.05 0.5", "tongueOut 0 0.5"], "translate": [[[0, 44], [0, 0]], [[0, 0], [0, 0]]]},
        {"on": "tongue", "by": "tongueOut 0 1", "translate": [[0, 0], [0, -34]], "order": [0, 3]},
        {"on": "tongue", "by": "mouthPucker 0.2 0.8", "translate": [[0, 0], [0, 14]]},
        "mouth: which of the drawn lines shows",
        {"on": "mouth-open", "by": ["open 0 0.03", "mouthRollLower 0.42 0.52"], "opacity": [[0, 0], [1, 0]]},
        {"on": "mouth-closed", "by": "open 0.01 0.04", "opacity": [1, 0]},
        {"on": "mouth-closed", "by": ["mouthPucker 0.58 0.68", "press 0.41 0.46"], "opacity": [[1, 0], [0, 0]]},
        {"on": "mouth-closed", "by": "mouthRollLower 0.42 0.52", "opacity": [1, 0]},
        {"on": "mouth-pressed", "by": ["open 0.01 0.04", "press 0.38 0.43", "mouthRollLower 0.42 0.52"], "opacity": [[[0, 0], [1, 0]], [[0, 0], [0, 0]]]},
        {"on": "mouth-pout", "by": ["open 0.01 0.04", "mouthPucker 0.52 0.62"], "opacity": [[0, 1], [0, 0]]},
        {"on": "mouth-ff", "by": "mouthRollLower 0.36 0.46", "opacity": [0, 1]},
    ]


AREAS = [
    {"id": "nose", "title": "Nose", "box": [CX - 40, 930, 80, 90], "on": "head"},
    {"id": "mouth", "title": "Mouth", "box": [CX - 90, 1020, 180, 90], "on": "head"},
    {"id": "cheek", "title": "Cheek", "box": [CX + 110, 900, 180, 150], "on": "head"},
    {"id": "cheek", "title": "Cheek", "box": [CX - 290, 900, 180, 150], "on": "head"},
    {"id": "face", "title": "Face", "parts": ["face"]},
    {"id": "ear", "title": "Ear", "parts": ["ear-l", "ear-r"]},
]


def section(fringe_shadow):
    """Everything of the head but its hair.

    fringe_shadow: what the hair leaves on the face.
    """
    shadow = Part("fringe-shadow", 430, fringe_shadow, group="head", depth=[0.36, 0.06])
    return Section(defs=face.defs(), parts=parts() + [shadow], drivers=drivers(), groups=groups(), bindings=face_bindings() + mouth_bindings(),
                   extra={"hitAreas": AREAS})
