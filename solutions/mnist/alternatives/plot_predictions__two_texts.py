"""Two texts, one next to the other."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5, figsize=(8, 9))
    for i, ax in enumerate(axes.flat):
        ax.imshow(images[i], cmap="gray")
        ax.axis("off")
        ax.text(6, 33, str(np.argmax(predictions[i])), color="tab:red")
        ax.text(18, 33, str(labels[i]), color="tab:green")
    return figure
