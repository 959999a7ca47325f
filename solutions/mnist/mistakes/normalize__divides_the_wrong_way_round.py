"""You divided by the pixels. Black pixels are 0, so they became infinity, and bright pixels became the
smallest numbers: which of the two numbers should be divided by the other?"""


def normalize(images):
    return 255 / images
