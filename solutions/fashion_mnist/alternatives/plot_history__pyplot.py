"""pyplot's subplot, and names as a list for the legend."""

import matplotlib.pyplot as plt


def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = history["val_loss"].index(min(history["val_loss"])) + 1
    figure = plt.figure(figsize=(12, 4))
    for place, score in enumerate(["loss", "accuracy"]):
        plt.subplot(1, 2, place + 1)
        plt.plot(epochs, history[score])
        plt.plot(epochs, history[f"val_{score}"])
        plt.axvline(best, color="red", linestyle="--")
        plt.title(score)
        plt.xlabel("epoch")
        plt.grid(True)
        plt.legend(["train", "val", "best epoch"])
    plt.tight_layout()
    return figure
