"""Other colours for bars below the line."""

import matplotlib.pyplot as plt


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure, ax = plt.subplots()
    overall = (table["y"] == "yes").mean()
    ax.bar(rates.index.astype(str), rates, color=["tab:blue" if rate >= overall else "tab:grey" for rate in rates])
    ax.axhline(overall, color="black", linestyle=":")
    ax.set_title(f"Yes by {column}")
    ax.grid(axis="y", alpha=0.3)
    return figure
