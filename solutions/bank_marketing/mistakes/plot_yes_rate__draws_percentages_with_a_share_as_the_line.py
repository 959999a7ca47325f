"""The bars go from 0 to 100, but the line is drawn at a share between 0 and 1, so it lies at the bottom.
Both need the same unit."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates * 100)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
