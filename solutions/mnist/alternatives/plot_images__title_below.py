"""A title moved below the image."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5, figsize=(7, 9))
    for i, ax in enumerate(axes.flat):
        ax.imshow(images[i])
        ax.set_axis_off()
        ax.set_title(labels[i], y=-0.3)
    return figure
