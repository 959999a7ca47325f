"""Bars and line in percent."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates * 100)
    ax.axhline((table["y"] == "yes").mean() * 100, color="black")
    ax.set_ylabel("yes in percent")
    return figure
