"""You drew into the figure that was open, so the bars of a second call are on top of the first. Begin each
call with a new figure."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    plt.bar([str(value) for value in rates.index], rates)
    plt.axhline((table["y"] == "yes").mean())
    return plt.gcf()
