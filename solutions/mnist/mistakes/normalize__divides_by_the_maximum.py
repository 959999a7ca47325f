"""You divided by the largest pixel that happens to be there. Dim images are made bright by that, and the
same grey becomes another number in each call: what is the largest value a pixel can ever have?"""


def normalize(images):
    return images / images.max()
