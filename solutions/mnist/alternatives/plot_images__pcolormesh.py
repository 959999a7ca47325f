"""pcolormesh with the y axis turned around."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5, figsize=(7, 7))
    for i, ax in enumerate(axes.flat):
        ax.pcolormesh(images[i], cmap="gray")
        ax.invert_yaxis()
        ax.set_aspect("equal")
        ax.set(xticks=[], yticks=[], xlabel=labels[i])
    return figure
