"""Your bars show how many say yes. A large group has many of them in any case: draw the share of the
group."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).sum().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
