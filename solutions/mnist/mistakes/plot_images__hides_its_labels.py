"""axis("off") takes the x label away as well, so your labels cannot be seen."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.axis("off")
        ax.set_xlabel(labels[place])
    figure.suptitle("The first 25 images")
    return figure
