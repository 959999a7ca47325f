"""A text of the figure, placed below each image."""

import matplotlib.pyplot as plt


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5, figsize=(8, 9))
    for i, ax in enumerate(axes.flat):
        ax.imshow(images[i], cmap="gray")
        ax.axis("off")
        box = ax.get_position()
        figure.text((box.x0 + box.x1) / 2, box.y0 - 0.02, f"{predictions[i].argmax()} / {labels[i]}", ha="center")
    return figure
