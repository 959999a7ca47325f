"""Multiplied by the reciprocal."""


def normalize(images):
    return images * (1 / 255)
