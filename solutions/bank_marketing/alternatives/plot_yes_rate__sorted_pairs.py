"""Sorted pairs, without groupby."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    pairs = []
    for value in table[column].unique():
        answers = table.loc[table[column] == value, "y"]
        pairs.append(((answers == "yes").mean(), str(value)))
    pairs.sort(reverse=True)
    figure, ax = plt.subplots()
    ax.bar([name for _, name in pairs], [rate for rate, _ in pairs])
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
