"""There is no line across the bars for the overall share. With it, each bar says at once whether it is
above or below all customers together."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    return figure
