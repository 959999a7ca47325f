"""Your function returned None: its result is lost. A function gives back only what comes after return;
without a return it gives None."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    ax.set_xlabel(column)
