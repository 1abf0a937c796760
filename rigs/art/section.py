"""What a piece of a character is made of: drawn parts, and the lines of rig.json that go with them."""
from dataclasses import dataclass, field


@dataclass
class Part:
    """One picture of the rig.

    z orders all parts of a character from back to front; `svg` is drawn on the whole canvas and cut out
    later; `rig` holds what rig.json says of it beside id, picture and place, in the order in which it is
    written: Part("brow-l", 640, svg, group="head", depth=0.5). A part with `copy` shows the picture of
    another part again.
    """
    id: str
    z: float
    svg: str
    rig: dict
    copy: str = ""

    def __init__(self, id, z, svg="", copy="", **rig):
        self.id, self.z, self.svg, self.copy = id, z, svg, copy
        self.rig = {key.rstrip("_"): value for key, value in rig.items()}


@dataclass
class Section:
    """A piece of a character. Strings among groups, drivers and bindings are comments.

    `extra` holds further top-level members of rig.json (outfits, dyes, appearances, hitAreas, …); lists
    and objects of the same name from several sections are joined.
    """
    defs: list = field(default_factory=list)
    parts: list = field(default_factory=list)
    drivers: dict = field(default_factory=dict)
    groups: list = field(default_factory=list)
    bindings: list = field(default_factory=list)
    extra: dict = field(default_factory=dict)
    #: Backgrounds by name: a title, and the whole SVG.
    rooms: dict = field(default_factory=dict)
