"""Two axes above one another, drawn line by line."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    epochs = np.arange(len(history["loss"])) + 1
    best = np.argmin(history["val_loss"]) + 1
    fig, (ax1, ax2) = plt.subplots(2, 1, figsize=(6, 8), sharex=True)
    ax1.plot(epochs, history["loss"], "b-", label="Training loss")
    ax1.plot(epochs, history["val_loss"], "r-", label="Validation loss")
    ax1.axvline(x=best, color="k", linestyle=":")
    ax1.set_ylabel("Loss")
    ax1.legend()
    ax2.plot(epochs, history["accuracy"], "b-", label="Training accuracy")
    ax2.plot(epochs, history["val_accuracy"], "r-", label="Validation accuracy")
    ax2.axvline(x=best, color="k", linestyle=":")
    ax2.set_ylabel("Accuracy")
    ax2.set_xlabel("Epoch")
    ax2.legend()
    return fig
