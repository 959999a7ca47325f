"""Lying bars, the highest on top, with a vertical line."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.barh([str(value) for value in rates.index], rates)
    ax.invert_yaxis()
    ax.axvline((table["y"] == "yes").mean(), color="red")
    return figure
