"""hlines from the first bar to the last."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.hlines((table["y"] == "yes").mean(), -0.5, len(rates) - 0.5, colors="black")
    return figure
