"""Your function returned None instead of a figure. A function gives back only what comes after return; without a
return it gives None."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
