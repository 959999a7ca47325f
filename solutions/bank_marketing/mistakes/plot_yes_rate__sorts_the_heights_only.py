"""You sorted the heights, but the names are in another order, so most bars have the name of another value.
Sort the Series: then each name stays at its number."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], sorted(rates, reverse=True))
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
