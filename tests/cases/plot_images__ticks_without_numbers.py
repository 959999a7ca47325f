# Named: nobody.
import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place], cmap="gray")
        ax.set_xlabel(labels[place])
        ax.set_xticklabels([])
        ax.set_yticklabels([])
    return figure
