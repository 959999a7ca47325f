"""Axes switched off, and the label as a text below."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for i, ax in enumerate(axes.flat):
        ax.imshow(images[i], cmap="gray")
        ax.axis("off")
        ax.text(0.5, -0.05, str(labels[i]), transform=ax.transAxes, ha="center", va="top")
    return figure
