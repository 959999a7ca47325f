"""Your numbers go from -1 to 1. Some networks use this range; here black must become 0."""


def normalize(images):
    return images / 127.5 - 1
