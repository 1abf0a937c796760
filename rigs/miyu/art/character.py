"""Miyu: what she is made of."""
import body
import hair
import hands
import head
import outfits
import rooms
import signs
from section import Section

TITLE = "Miyu"
VIEW = [334, 70, 1380, 1900]
TEMPERAMENT = {"openness": 0.7, "conscientiousness": 0.8, "extraversion": 0.2, "agreeableness": 0.8, "neuroticism": 0.4}


def sections():
    places = {"library": ("Library", rooms.library()), "park": ("Park", rooms.park()), "stage": ("Stage", rooms.stage())}
    looks = Section(rooms=places, extra={"temperament": TEMPERAMENT, "appearances": outfits.APPEARANCES})
    return [body.section(), hands.section(), signs.section(), *outfits.sections(), head.section(hair.fringe_shadow()), hair.section(), looks]
