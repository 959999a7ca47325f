"""There is no bar for "unknown". It is a value like the others here: not knowing something can say
something."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    known = table[table[column] != "unknown"]
    rates = (known["y"] == "yes").groupby(known[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
