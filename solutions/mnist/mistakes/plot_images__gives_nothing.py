"""You drew the figure but did not return it: a function without a return gives None."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
