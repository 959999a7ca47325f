"""All 25 places show the same image, the first. Which index must change from place to place?"""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[0])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    return figure
