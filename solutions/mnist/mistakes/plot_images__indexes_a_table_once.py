"""axes has two dimensions, rows and columns. With one index you get a whole row of axes, and a row has no
drawing methods."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place in range(25):
        axes[place].imshow(images[place])
        axes[place].set_xlabel(labels[place])
        axes[place].set(xticks=[], yticks=[])
    return figure
