"""Mirai: her colours, one dark hue per material for its lines, shadows turned towards violet; and her measures."""

SKIN, SKIN_SHADE, SKIN_DEEP, SKIN_LINE = "#FDE8DB", "#F0B9AC", "#DB938F", "#8B4A4A"
HAIR, HAIR_SHADE, HAIR_DEEP, HAIR_LINE = "#2A5468", "#1B3850", "#14283F", "#0F1B2D"
HAIR_LIGHT = "#6FBFC6"
CREAM, CREAM_SHADE, CREAM_DEEP, CREAM_LINE = "#FCF3E6", "#E2CFCF", "#C6A9B8", "#6E4A58"
NAVY, NAVY_SHADE, NAVY_LIGHT, NAVY_LINE = "#2F3A6C", "#212756", "#4A5998", "#14173A"
ORANGE, ORANGE_SHADE, ORANGE_LIGHT, ORANGE_LINE = "#FF8E45", "#E2602F", "#FFC08A", "#8F3417"
LASH, LASH_WARM = "#17182B", "#5B2F42"
MOUTH, MOUTH_DEEP, TONGUE, TONGUE_SHADE, LIP_LINE = "#A23A45", "#6B1D2D", "#EE858A", "#D76470", "#7A3036"
TEETH, TEETH_SHADE = "#FFFDFB", "#DCCBD8"
BROW, BROW_TIP = "#15283C", "#1F3C50"
# from the lid down to the light at the bottom
IRIS = ("#0A2234", "#0C2C40", "#125B70", "#1E8F92", "#6DB694", "#F3BE5C", "#FFD98A")
IRIS_GLOW = ("#FFE9A8", "#FFC765", "#F6A94A")
IRIS_RAYS = ("#FFE7A6", "#8FE0CF")
PUPIL = ("#04101C", "#08293A", "#0F5563", "#49C7BE")

# Wider and taller than the common eye, and the outer corner raised by degrees.
EYE_WIDE, EYE_TALL, EYE_TILT = 1.06, 1.16, 1.5
# The jaw, narrower or wider than the common one, and how broad the chin is.
JAW_WIDE, CHIN = 0.985, 0.94
BROW_WEIGHT, BROW_TILT = 1.0, 0
MOUTH_WIDE = 1.0
IRIS_WIDE = 1.08
SKIN_LIGHT, SKIN_WARM = "#FFF1E7", "#FADCCD"
# How far the lids hang at rest.
LID_REST = 0
SKIN_CAST = "#E3998F"

# The whole head from light to dark, and to the lighter tips.
HAIR_FALL = ("#4D8A9B", "#37707F", "#2A5B6D", "#234960", "#2A6E7C", "#46ABA9")
HAIR_BACK = ("#18304A", "#17304A", "#1D4358", "#2F7F87")
HAIR_HOLLOW = ("#101F35", "#132A42", "#1F5666")
HAIR_DARK = (HAIR_SHADE, "#183450", "#216073")
HAIR_RING = ("#B4ECE8", "#74C8CC", "#4E9AA8")
HAIR_GLINT, HAIR_TIP = "#5FAAB6", "#3C8D98"

# The body, measured from its middle: half the neck, the outline of the trunk from the neck down, and the joints.
NECK = 112
TRUNK = ((106, 1326), (180, 1364), (282, 1412), (366, 1456), (408, 1526), (404, 1640), (386, 1752), (358, 1890), (306, 2080), (290, 2220), (318, 2380), (388, 2560), (430, 2760), (440, 3080))
SHOULDER, ELBOW, WRIST = (388, 1536), (436, 2030), (448, 2450)
# Half the width of shoulder, middle and elbow, forearm and wrist.
ARM = (68, 60, 50, 52, 38)
HAND, HAND_BROAD = 1.0, 1.0
NAIL = "#FFC9C0"
# The colour of notes and question marks.
ACCENT, ACCENT_INK = "#FF8E45", "#8F3417"
# Spikes at the ends of the lashes.
LASHES_LONG = True
