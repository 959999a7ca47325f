"""You divided by the number of all rows, so large groups have high bars. Divide by the number of rows of
the group."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).sum().sort_values(ascending=False) / len(table)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
