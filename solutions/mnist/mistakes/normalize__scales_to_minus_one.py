"""Your numbers run from -1 to 1. Some networks are fed like that; here black has to become 0."""


def normalize(images):
    return images / 127.5 - 1
