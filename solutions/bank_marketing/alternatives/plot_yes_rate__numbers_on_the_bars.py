"""The rate written on each bar."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    bars = ax.bar(rates.index.astype(str), rates)
    ax.bar_label(bars, fmt="{:.1%}")
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
