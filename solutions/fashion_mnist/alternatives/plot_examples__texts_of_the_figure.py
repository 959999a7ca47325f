"""The names as texts of the figure, at the height of their rows."""

import matplotlib.pyplot as plt
import numpy as np


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(8, 1.4 * len(present)), squeeze=False)
    figure.subplots_adjust(left=0.2, right=0.98, top=0.98, bottom=0.02)
    for row, label in zip(axes, present):
        for ax in row:
            ax.set(xticks=[], yticks=[], frame_on=False)
        for ax, image in zip(row, images[labels == label]):
            ax.imshow(image, cmap="bone")
        place = row[0].get_position()
        figure.text(0.02, (place.y0 + place.y1) / 2, class_names[label], va="center")
    return figure
