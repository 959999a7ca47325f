"""Matplotlib's normalization, which gives a masked array."""

from matplotlib.colors import Normalize


def normalize(images):
    return Normalize(vmin=0, vmax=255)(images)
