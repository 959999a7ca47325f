"""plt.subplot in a loop."""

import matplotlib.pyplot as plt
import numpy as np


def plot_predictions(images, labels, predictions):
    predicted = np.argmax(predictions, axis=1)
    figure = plt.figure(figsize=(10, 10))
    for i in range(25):
        plt.subplot(5, 5, i + 1)
        plt.xticks([])
        plt.yticks([])
        plt.imshow(images[i], cmap=plt.cm.binary)
        plt.xlabel(f"{predicted[i]}/{labels[i]}")
    return figure
