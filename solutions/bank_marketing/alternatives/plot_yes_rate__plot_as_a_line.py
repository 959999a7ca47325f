"""The line drawn with plot."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    overall = (table["y"] == "yes").mean()
    ax.plot([-0.5, len(rates) - 0.5], [overall, overall], color="black", label="all")
    ax.legend()
    return figure
