"""Without NumPy: the pair with the largest probability."""

import matplotlib.pyplot as plt


def plot_predictions(images, labels, predictions):
    figure, axes = plt.subplots(5, 5)
    for place, ax in enumerate(axes.flat):
        predicted = max(enumerate(predictions[place]), key=lambda pair: pair[1])[0]
        ax.imshow(images[place])
        ax.set_xlabel(f"{predicted} / {labels[place]}")
        ax.set(xticks=[], yticks=[])
    return figure
