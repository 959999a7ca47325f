"""A helper draws one axes; the best epoch comes from a loop."""

import matplotlib.pyplot as plt


def best_of(losses):
    best = 0
    for place, loss in enumerate(losses):
        if loss < losses[best]:
            best = place
    return best + 1


def draw(ax, training, validation, best, title):
    epochs = range(1, len(training) + 1)
    ax.plot(epochs, training, color="tab:blue", label="train")
    ax.plot(epochs, validation, color="tab:orange", label="valid")
    ax.axvline(best, color="tab:green")
    ax.set_title(title)
    ax.legend(loc="upper right")


def plot_history(history):
    figure = plt.figure(figsize=(10, 4))
    best = best_of(history["val_loss"])
    draw(figure.add_subplot(1, 2, 1), history["loss"], history["val_loss"], best, "Loss")
    draw(figure.add_subplot(1, 2, 2), history["accuracy"], history["val_accuracy"], best, "Accuracy")
    return figure
