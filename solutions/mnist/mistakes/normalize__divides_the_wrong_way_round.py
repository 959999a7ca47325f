"""You divided by the pixels. Black pixels are 0, so infinity came out, and bright ones became the
smallest: which of the two numbers belongs below the line?"""


def normalize(images):
    return 255 / images
