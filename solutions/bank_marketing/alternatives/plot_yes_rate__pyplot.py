"""pyplot's functions."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure = plt.figure(figsize=(8, 4))
    plt.bar(rates.index.astype(str), rates.values)
    plt.axhline((table["y"] == "yes").mean(), linestyle="--")
    plt.xticks(rotation=90)
    return figure
