"""Your loop runs over all images, and there can be more than 25. The grid has 25 places, numbered from 0 to
24. How often must the loop run?"""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    axes = axes.flatten()
    for place in range(len(images)):
        axes[place].imshow(images[place])
        axes[place].set_xlabel(labels[place])
        axes[place].set(xticks=[], yticks=[])
    return figure
