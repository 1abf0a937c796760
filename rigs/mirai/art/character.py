"""Mirai: what she is made of."""
import body
import hair
import hands
import head
import outfits
import rooms
import signs
from section import Section

TITLE = "Mirai"
VIEW = [334, 70, 1380, 1900]
TEMPERAMENT = {"openness": 0.8, "conscientiousness": 0.5, "extraversion": 0.9, "agreeableness": 0.75, "neuroticism": 0.35}


def sections():
    places = {"bedroom": ("Her room", rooms.bedroom()), "park": ("Park", rooms.park()), "stage": ("Stage", rooms.stage())}
    looks = Section(rooms=places, extra={"temperament": TEMPERAMENT, "appearances": outfits.APPEARANCES})
    return [body.section(), hands.section(), signs.section(), *outfits.sections(), head.section(hair.fringe_shadow()), hair.section(), looks]
