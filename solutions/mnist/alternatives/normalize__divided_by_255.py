"""Divided by 255."""


def normalize(images):
    return images / 255
