"""Places, and names set as tick labels."""

import matplotlib.pyplot as plt
import numpy as np


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    places = np.arange(len(rates))
    ax.bar(places, rates.to_numpy())
    ax.set_xticks(places, [str(value) for value in rates.index], rotation=60)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
