"""Where the values are numbers, your bars are in the order of these numbers, so the highest is not the
first. A chart puts a number at its place on the axis: give it the names as texts."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar(rates.index, rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
