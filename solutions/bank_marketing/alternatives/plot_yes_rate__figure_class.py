"""The class Figure, without pyplot."""


def plot_yes_rate(table, column):
    from matplotlib.figure import Figure

    rates = (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
    figure = Figure(figsize=(8, 4))
    ax = figure.add_subplot()
    ax.bar([str(value) for value in rates.index], rates, width=0.6)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure
