"""Mirai: what she is made of."""
import hair
import head
from section import Section

TITLE = "Mirai"
VIEW = [424, 70, 1200, 2130]


def sections():
    figure = Section(groups=[{"id": "figure", "pivot": [1024, 2700], "turn": {"by": ["bodyYaw", "bodyPitch"], "center": [1024, 1900], "radius": [480, 800]}}])
    return [figure, head.section(hair.fringe_shadow()), hair.section()]
