"""All 25 images have the same label under them, the label of the first. Which index must change from place to
place?"""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[0])
        ax.set(xticks=[], yticks=[])
    return figure
