"""Bars, one by one, in different colours."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    for place, (value, rate) in enumerate(rates.items()):
        ax.bar(place, rate, tick_label=None)
    ax.set_xticks(range(len(rates)))
    ax.set_xticklabels(list(map(str, rates.index)), rotation=45)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
