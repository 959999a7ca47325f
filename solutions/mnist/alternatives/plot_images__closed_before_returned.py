"""The figure is closed in pyplot, and still returned."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for i in range(25):
        axes.flat[i].imshow(images[i].reshape(28, 28, 1))
        axes.flat[i].set_xlabel(labels[i].item())
        axes.flat[i].get_xaxis().set_ticks([])
        axes.flat[i].get_yaxis().set_ticks([])
    plt.close(figure)
    return figure
