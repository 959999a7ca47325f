"""The plot method of a Series, into axes."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    rates.plot(kind="bar", ax=ax, color="tab:green", legend=False)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
