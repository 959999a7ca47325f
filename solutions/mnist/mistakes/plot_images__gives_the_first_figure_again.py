"""Your function draws only once. Every later call gets the same figure, even for other arguments. Draw a new
figure each time."""

import matplotlib.pyplot as plt

made = []


def plot_images(images, labels):
    if made:
        return made[0]
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place])
        ax.set_xlabel(labels[place])
        ax.set(xticks=[], yticks=[])
    made.append(figure)
    return figure
