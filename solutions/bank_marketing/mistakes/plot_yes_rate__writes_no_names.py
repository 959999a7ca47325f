"""The bars have no names: at the axis there are only numbers. A reader must see which value each bar stands
for."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar(range(len(rates)), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
