"""Outfits as sections: drawings become parts, and the parts of an outfit its line in rig.json."""
from body import sleeves
from ink import CX
from locks import hung
from section import Part, Section


class Outfit:
    """One set of clothes, from the skin outwards.

    Pieces are laid in the order of the calls. What other outfits wear too is named by `also`.
    """

    def __init__(self, name, title, materials=(), dyes=None):
        self.name, self.title = name, title
        self.materials, self.dyes = materials, dyes
        self.parts, self.listed, self.z = [], [], 205

    def piece(self, kind, svg, depth=(0.3, 0), **rig):
        """A drawing on the trunk."""
        self.z += 1
        self.add(Part(f"{self.name}-{kind}", self.z, svg, **{"group": "torso", "depth": list(depth), **rig}))
        return self

    def swinging(self, kind, svg, root, period=0.75, depth=(0.42, 0.1), stiffness=0.6, **rig):
        """A drawing that hangs from a point of the trunk."""
        to = {"to": rig.pop("to")} if "to" in rig else {}
        return self.piece(kind, svg, depth, pivot=[CX + root[0], root[1]], **hung(period, 0.2, stiffness, **to), **rig)

    def sleeved(self, first, second=""):
        for part in sleeves(self.name, first, second):
            self.add(part)
        return self

    def add(self, part):
        self.parts.append(part)
        self.listed.append(part.id)

    def dyed(self, dye):
        """Lets other looks recolour all pieces so far that have no dye yet."""
        for part in self.parts:
            part.rig.setdefault("dye", dye)
        return self

    def also(self, *names):
        self.listed += names
        return self

    def section(self):
        entry = {"title": self.title, "parts": self.listed}
        if self.dyes:
            entry["dyes"] = self.dyes
        defs, seen = [], set()
        for m in self.materials:
            if m.name not in seen:
                defs += m.defs()
                seen.add(m.name)
        return Section(defs=defs, parts=self.parts, extra={"outfits": {self.name: entry}})
