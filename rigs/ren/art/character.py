"""Ren: what he is made of."""
import body
import hair
import hands
import head
import outfits
import rooms
import signs
from section import Section

TITLE = "Ren"
VIEW = [284, 60, 1480, 2040]
TEMPERAMENT = {"openness": 0.6, "conscientiousness": 0.55, "extraversion": 0.5, "agreeableness": 0.5, "neuroticism": 0.3}


def sections():
    places = {"studio": ("Studio", rooms.studio()), "park": ("Park", rooms.park()), "stage": ("Stage", rooms.stage())}
    looks = Section(rooms=places, extra={"temperament": TEMPERAMENT, "appearances": outfits.APPEARANCES})
    return [body.section(), hands.section(), signs.section(), *outfits.sections(), head.section(hair.fringe_shadow()), hair.section(), looks]
