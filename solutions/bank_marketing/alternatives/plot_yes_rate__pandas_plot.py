"""The plot method of a DataFrame."""


def plot_yes_rate(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    ax = rates.to_frame("rate").plot.bar(figsize=(8, 4), rot=45, legend=False)
    ax.axhline((table["y"] == "yes").mean())
    return ax.get_figure()
