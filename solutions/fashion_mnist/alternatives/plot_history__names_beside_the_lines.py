"""The names are texts at the ends of the lines."""

import matplotlib.pyplot as plt
import numpy as np


def plot_history(history):
    count = len(history["loss"])
    figure, axes = plt.subplots(1, 2, figsize=(11, 4))
    for ax, score in zip(axes, ["loss", "accuracy"]):
        for key, name in ((score, "training"), ("val_" + score, "validation")):
            (line,) = ax.plot(range(1, count + 1), history[key])
            ax.text(count + 0.1, history[key][-1], name, color=line.get_color(), va="center")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray", linewidth=1)
        ax.set(xlabel="epoch", title=score, xlim=(1, count + 3))
    return figure
