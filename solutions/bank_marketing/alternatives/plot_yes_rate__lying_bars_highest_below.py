"""Lying bars, the highest below."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots(layout="constrained")
    ax.barh(rates.index.map(str), rates)
    ax.axvline((table["y"] == "yes").mean(), color="red")
    return figure
