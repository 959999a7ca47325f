"""The bars are not sorted by their height. From the highest to the lowest, they answer at once who says
yes most often."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
