"""matshow on each axes."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for i, ax in enumerate(axes.flat):
        ax.matshow(images[i], cmap="Greys")
        ax.set_xlabel(labels[i])
        ax.set(xticks=[], yticks=[])
    return figure
