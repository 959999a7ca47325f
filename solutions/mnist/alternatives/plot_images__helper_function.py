"""A helper function that draws one image."""

import matplotlib.pyplot as plt


def draw_tile(ax, image, label):
    ax.imshow(image, cmap="gray", interpolation="nearest")
    ax.set_xlabel(f"{label}")
    ax.set_xticks([])
    ax.set_yticks([])


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5, figsize=(6, 7))
    for number, ax in enumerate(axes.flatten()):
        draw_tile(ax, images[number], labels[number])
    return figure
