"""The plot method of a DataFrame, into two axes."""

import matplotlib.pyplot as plt
import pandas as pd


def plot_history(history):
    table = pd.DataFrame(history, index=range(1, len(history["loss"]) + 1))
    figure, axes = plt.subplots(1, 2, figsize=(10, 4))
    for ax, score in zip(axes, ["loss", "accuracy"]):
        table[[score, f"val_{score}"]].plot(ax=ax, xlabel="epoch")
        ax.axvline(table["val_loss"].idxmin(), color="k", linestyle="--")
    return figure
