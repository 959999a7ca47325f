"""Divided by 255.0, a float."""


def normalize(images):
    scaled = images / 255.0
    return scaled
