"""You drew variables of the page. A function works with what it is given: images and labels."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(train_images[place])
        ax.set_xlabel(train_labels[place])
        ax.set(xticks=[], yticks=[])
    return figure
