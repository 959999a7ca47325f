"""Floats first, then the division."""


def normalize(images):
    images = images.astype(float)
    return images / 255
