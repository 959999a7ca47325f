"""One loop over axes, images and labels together."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5, layout="tight")
    for ax, image, label in zip(axes.ravel(), images, labels):
        ax.imshow(image, cmap="gray_r")
        ax.set_xlabel(str(label))
        ax.set_xticks([])
        ax.set_yticks([])
    return figure
