"""Row and column calculated from the number."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure, axes = plt.subplots(5, 5)
    for i in range(25):
        ax = axes[i // 5, i % 5]
        ax.imshow(images[i])
        ax.set_xlabel(int(labels[i]))
        ax.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False)
    return figure
