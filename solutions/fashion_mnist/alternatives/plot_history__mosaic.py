"""A mosaic of two axes, validation first."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    figure, axes = plt.subplot_mosaic("LA", figsize=(9, 4))
    epochs = np.linspace(1, len(history["loss"]), len(history["loss"]))
    for letter, score in (("A", "accuracy"), ("L", "loss")):
        axes[letter].plot(epochs, history["val_" + score], marker="s", label="val_" + score)
        axes[letter].plot(epochs, history[score], marker="o", label=score)
        axes[letter].axvline(epochs[np.nanargmin(history["val_loss"])], ls="-.", c="purple")
        axes[letter].legend(loc="best")
    return figure
