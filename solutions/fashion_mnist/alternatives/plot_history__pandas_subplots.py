"""The plot method of a DataFrame makes both axes."""

import pandas as pd


def plot_history(history):
    table = pd.DataFrame(history)
    table.index = table.index + 1
    axes = table.plot(subplots=[("loss", "val_loss"), ("accuracy", "val_accuracy")], layout=(1, 2), figsize=(10, 4))
    for ax in axes.ravel():
        ax.axvline(table["val_loss"].idxmin(), color="red")
    return axes.ravel()[0].get_figure()
