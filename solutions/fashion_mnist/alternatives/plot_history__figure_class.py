"""The Figure class, without pyplot."""

from matplotlib.figure import Figure


def plot_history(history):
    losses = history["val_loss"]
    best = min(range(len(losses)), key=losses.__getitem__) + 1
    figure = Figure(figsize=(9, 4))
    for ax, score in zip(figure.subplots(1, 2), ("loss", "accuracy")):
        ax.plot(range(1, len(losses) + 1), history[score], label="training")
        ax.plot(range(1, len(losses) + 1), history["val_" + score], label="validation")
        ax.axvline(best, color="black", alpha=0.6)
        ax.legend()
    return figure
