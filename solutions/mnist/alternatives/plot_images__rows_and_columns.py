"""Two loops, over rows and columns."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for row in range(5):
        for column in range(5):
            number = 5 * row + column
            axes[row, column].imshow(images[number], cmap="viridis")
            axes[row][column].set(xlabel=labels[number], xticks=[], yticks=[])
    return figure
