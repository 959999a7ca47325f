"""Your line is at the mean of the bars. There a group of 20 rows counts as much as one of 1,000: take the
share of yes in the whole table."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline(rates.mean(), color="black")
    return figure
