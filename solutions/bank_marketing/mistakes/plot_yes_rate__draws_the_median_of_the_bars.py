"""Your line is at the median of the bars, where half of the values are above it. Take the share of yes in
the whole table."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline(rates.median(), color="black")
    return figure
