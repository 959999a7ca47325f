# %% right: the style of another program
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    with plt.style.context("ggplot"):
        figure, ax = plt.subplots()
        ax.bar(rates.index.astype(str), rates)
        ax.axhline((table["y"] == "yes").mean(), color="black")
    return figure


# %% right: places in a list, names at the ticks
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig = plt.figure()
    ax = fig.add_subplot(1, 1, 1)
    positions = list(range(len(rates)))
    ax.bar(positions, rates.tolist(), color="steelblue", edgecolor="black")
    ax.set_xticks(positions)
    ax.set_xticklabels(rates.index, rotation=30, ha="right")
    ax.plot([positions[0] - 0.4, positions[-1] + 0.4], [(table["y"] == "yes").mean()] * 2, "r--")
    return fig


# %% right: axes at a place of their own
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig = plt.figure(figsize=(9, 5))
    ax = fig.add_axes((0.1, 0.25, 0.85, 0.65))
    ax.bar([str(one) for one in rates.index], rates.values, width=0.5)
    ax.axhline(y=(table["y"] == "yes").mean(), color="darkred", linewidth=2)
    plt.setp(ax.get_xticklabels(), rotation=45)
    return fig


# %% right: a mosaic of one
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, axes = plt.subplot_mosaic([["rates"]], layout="constrained")
    axes["rates"].bar(list(map(str, rates.index)), rates)
    axes["rates"].axhline(np.mean(table["y"] == "yes"), color="k")
    return fig


# %% right: outlines without color
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates, fill=False, edgecolor="navy", linewidth=1.5)
    ax.axhline((table["y"] == "yes").mean(), color="red")
    return fig


# %% right: lying bars from the lowest at the bottom
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values()
    fig, ax = plt.subplots(figsize=(6, 5), layout="tight")
    ax.barh(rates.index.astype(str), rates, color="teal")
    ax.axvline((table["y"] == "yes").mean(), color="black", linestyle="--")
    ax.set_xlabel("share of yes")
    return fig


# %% right: names written under the bars
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots(figsize=(9, 4))
    ax.bar(range(len(rates)), rates)
    ax.set_xticks([])
    for place, name in enumerate(rates.index):
        ax.text(place, -0.01, str(name), ha="center", va="top")
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: names written on top of the bars
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots(figsize=(9, 4))
    bars = ax.bar(range(len(rates)), rates)
    ax.bar_label(bars, labels=[str(name) for name in rates.index])
    ax.xaxis.set_visible(False)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: a percent formatter
from matplotlib.ticker import PercentFormatter


def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    ax.axhline((table["y"] == "yes").mean(), color="orange")
    return fig


# %% right: an endless line of slope 0
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axline((0, (table["y"] == "yes").mean()), slope=0, color="black")
    return fig


# %% right: a text at the line
def plot_yes_rate(table, column):
    overall = (table["y"] == "yes").mean()
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline(overall, color="crimson")
    ax.annotate(f"all: {overall:.1%}", (len(rates) - 1, overall), xytext=(0, 5), textcoords="offset points", ha="center")
    return fig


# %% right: a line made by its class
from matplotlib.lines import Line2D


def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    overall = (table["y"] == "yes").mean()
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.add_line(Line2D([-0.5, len(rates) - 0.5], [overall, overall], color="black"))
    return fig


# %% right: rectangles drawn by hand
from matplotlib.patches import Rectangle


def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    for place, rate in enumerate(rates):
        ax.add_patch(Rectangle((place - 0.4, 0), 0.8, rate))
    ax.set_xlim(-0.6, len(rates) - 0.4)
    ax.set_ylim(0, 1.1 * rates.max())
    ax.set_xticks(range(len(rates)), [str(value) for value in rates.index])
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: the plot method for lying bars
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=True)
    plt.figure(layout="constrained")
    ax = rates.plot.barh(color="tab:purple")
    ax.axvline((table["y"] == "yes").mean(), color="black")
    return ax.figure


# %% right: a figure for the plot method
def plot_yes_rate(table, column):
    fig = plt.figure(figsize=(10, 5))
    rates = table["y"].eq("yes").groupby(table[column]).mean().sort_values(ascending=False)
    rates.plot(kind="bar", ax=fig.gca(), rot=0, title=f"share of yes by {column}")
    plt.axhline(table["y"].eq("yes").mean(), c="k", ls="--")
    plt.tight_layout()
    return fig


# %% right: names with the number of rows
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    sizes = table[column].value_counts()
    fig, ax = plt.subplots(figsize=(12, 4))
    ax.bar([f"{name} ({sizes[name]})" for name in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: names with the number of rows on a second line
def plot_yes_rate(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    summary = groups.agg(["mean", "size"]).sort_values("mean", ascending=False)
    fig, ax = plt.subplots(figsize=(10, 5))
    ax.bar([f"{name}\nn = {row['size']:.0f}" for name, row in summary.iterrows()], summary["mean"])
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: colors from a map
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    colors = plt.colormaps["viridis"](np.linspace(0, 0.8, len(rates)))
    ax.bar(rates.index.astype(str), rates, color=colors)
    ax.axhline((table["y"] == "yes").mean(), color="red")
    return fig


# %% right: a second panel with the number of rows
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    sizes = table[column].value_counts()[rates.index]
    fig, (left, right) = plt.subplots(1, 2, figsize=(14, 4))
    left.bar(rates.index.astype(str), rates)
    left.axhline((table["y"] == "yes").mean(), color="black")
    right.bar(sizes.index.astype(str), sizes, color="grey")
    right.set_title("rows")
    return fig


# %% right: the figure is closed for pyplot
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    plt.close(fig)
    return fig


# %% right: error bars
def plot_yes_rate(table, column):
    groups = (table["y"] == "yes").groupby(table[column])
    rates = groups.mean().sort_values(ascending=False)
    sizes = groups.size()[rates.index]
    error = np.sqrt(rates * (1 - rates) / sizes)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates, yerr=error, capsize=3, color="lightsteelblue")
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: an axis from 0 to 1
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.set_ylim(0, 1)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: sorted upwards, the axis turned round
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values()
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.invert_xaxis()
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: argsort of NumPy
def plot_yes_rate(table, column):
    names = np.array(sorted(set(table[column])), dtype=object)
    heights = np.array([np.mean(table["y"][table[column] == name] == "yes") for name in names])
    order = np.argsort(-heights)
    fig, ax = plt.subplots()
    ax.bar(names[order].astype(str), heights[order])
    ax.axhline(np.mean(table["y"] == "yes"), color="black")
    return fig


# %% right: a dict sorted by its values
def plot_yes_rate(table, column):
    rates = dict(yes_rate_by(table, column))
    rates = dict(sorted(rates.items(), key=lambda pair: pair[1], reverse=True))
    fig, ax = plt.subplots()
    ax.bar([str(key) for key in rates.keys()], list(rates.values()))
    ax.axhline(len(table[table["y"] == "yes"]) / len(table), color="black")
    return fig


# %% right: bars beginning at their place
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    places = np.arange(len(rates))
    ax.bar(places, rates, width=0.8, align="edge")
    ax.set_xticks(places + 0.4, rates.index.astype(str))
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: bars that touch
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates, width=1.0, edgecolor="white")
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: a formatter that knows the names
from matplotlib.ticker import FixedLocator, FuncFormatter


def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    names = [str(value) for value in rates.index]
    fig, ax = plt.subplots()
    ax.bar(np.arange(len(names)), rates)
    ax.xaxis.set_major_locator(FixedLocator(range(len(names))))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda place, _: names[int(place)]))
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: names in capitals
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar([str(value).capitalize() for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: a dark background
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    with plt.style.context("dark_background"):
        fig, ax = plt.subplots(figsize=(8, 5))
        ax.bar(rates.index.astype(str), rates, color="gold")
        ax.axhline((table["y"] == "yes").mean(), color="white")
    return fig


# %% right: a line with a margin on both sides
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), xmin=0.03, xmax=0.97, color="black", linestyle="-.")
    return fig


# %% right: without the frame
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.spines[["top", "right"]].set_visible(False)
    ax.bar(rates.index.astype(str), rates, color="#4477aa", zorder=2)
    ax.grid(axis="y", zorder=0)
    ax.axhline((table["y"] == "yes").mean(), color="#aa3377", zorder=3)
    return fig


# %% right: axes of a list of lists
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, axs = plt.subplots(nrows=1, ncols=1, squeeze=False)
    axs[0][0].bar(rates.index.astype(str), rates)
    axs[0, 0].axhline((table["y"] == "yes").mean(), color="black")
    axs[0, 0].set_title(column)
    return fig


# %% right: a lambda that draws by a helper
def draw(rates, overall):
    fig, ax = plt.subplots()
    ax.bar([str(name) for name, _ in rates], [rate for _, rate in rates])
    ax.axhline(overall, color="black")
    return fig


plot_yes_rate = lambda table, column: draw(
    sorted(yes_rate_by(table, column).items(), key=lambda pair: -pair[1]), (table["y"] == "yes").mean()
)


# %% right: type hints and a nested function
from __future__ import annotations

from matplotlib.figure import Figure


def plot_yes_rate(table: pd.DataFrame, column: str) -> Figure:
    def rate(answers: pd.Series) -> float:
        return float(answers.eq("yes").mean())

    rates = table.groupby(column)["y"].agg(rate).sort_values(ascending=False)
    figure: Figure = plt.figure(layout="constrained")
    ax = figure.subplots()
    ax.bar(rates.index.astype(str), rates, label="by value")
    ax.axhline(rate(table["y"]), color="black", label="overall")
    ax.legend(loc="upper right")
    return figure


# %% right: a class for the drawing
class YesRatePlot:
    def __init__(self, table, column):
        self.said = table["y"] == "yes"
        self.rates = self.said.groupby(table[column]).mean().sort_values(ascending=False)

    def draw(self):
        figure, ax = plt.subplots()
        ax.bar(self.rates.index.astype(str), self.rates)
        ax.axhline(self.said.mean(), color="black")
        return figure


def plot_yes_rate(table, column):
    return YesRatePlot(table, column).draw()


# %% right: repeated maximum in a loop
def plot_yes_rate(table, column):
    left = {value: (group == "yes").mean() for value, group in table.groupby(column)["y"]}
    names, heights = [], []
    while left:
        best = max(left, key=left.get)
        names.append(str(best))
        heights.append(left.pop(best))
    fig, ax = plt.subplots()
    ax.bar(names, heights)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: a table sorted by a column
def plot_yes_rate(table, column):
    summary = table.assign(yes=table["y"].eq("yes")).groupby(column, as_index=False)["yes"].mean()
    summary = summary.sort_values("yes", ascending=False)
    fig, ax = plt.subplots()
    ax.bar(x=column, height="yes", data=summary.astype({column: str}))
    ax.axhline(table["y"].eq("yes").mean(), color="black")
    return fig


# %% right: the plot method of a table with x and y
def plot_yes_rate(table, column):
    summary = (table["y"] == "yes").groupby(table[column]).mean().rename("rate").reset_index()
    ax = summary.sort_values("rate", ascending=False).plot(x=column, y="rate", kind="bar", legend=False)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return plt.gcf()


# %% right: the ticks on top
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots(figsize=(9, 4))
    ax.bar(rates.index.astype(str), rates)
    ax.xaxis.tick_top()
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: percent and lying bars
def plot_yes_rate(table, column):
    percent = 100 * yes_rate_by(table, column).sort_values()
    fig, ax = plt.subplots()
    ax.barh(percent.index.astype(str), percent, height=0.5)
    ax.axvline(100 * (table["y"] == "yes").mean(), color="black")
    ax.set_xlabel("yes in percent")
    return fig


# %% right: names inside of lying bars
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values()
    fig, ax = plt.subplots(figsize=(8, 5))
    ax.barh(range(len(rates)), rates, color="lightblue")
    ax.set_yticks([])
    for place, name in enumerate(rates.index):
        ax.text(0.005, place, str(name), va="center")
    ax.axvline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: a scale of ten bars in a wide figure
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots(figsize=(1 + 0.9 * len(rates), 3), dpi=80)
    ax.bar(rates.index.astype(str), rates, width=0.3)
    ax.axhline((table["y"] == "yes").mean(), color="black", lw=0.8)
    ax.margins(x=0.1)
    return fig


# %% right: the line drawn first, the bars half transparent
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.axhline((table["y"] == "yes").mean(), color="black")
    ax.bar(rates.index.astype(str), rates, alpha=0.6)
    return fig


# %% right: a second scale in percent
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    scale = ax.secondary_yaxis("right", functions=(lambda share: 100 * share, lambda percent: percent / 100))
    scale.set_ylabel("percent")
    return fig


# %% right: a subfigure
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig = plt.figure(layout="constrained")
    part = fig.subfigures(1, 1)
    ax = part.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: axes in a part of a grid
def plot_yes_rate(table, column):
    fig = plt.figure()
    grid = fig.add_gridspec(4, 1)
    ax = fig.add_subplot(grid[:3])
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    ax.bar(rates.index.astype(str), rates)
    ax.tick_params("x", labelrotation=90)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: a histogram with weights
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    n = len(rates)
    fig, ax = plt.subplots()
    ax.hist(np.arange(n), bins=np.arange(n + 1) - 0.5, weights=rates.to_numpy(), rwidth=0.8)
    ax.set_xticks(range(n), [str(value) for value in rates.index])
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% right: two sets of bars in one color
def plot_yes_rate(table, column):
    overall = (table["y"] == "yes").mean()
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    above, below = rates[rates >= overall], rates[rates < overall]
    fig, ax = plt.subplots()
    ax.bar(above.index.astype(str), above, color="seagreen", label="above")
    ax.bar(below.index.astype(str), below, color="seagreen", label="below")
    ax.axhline(overall, color="black", label="all")
    return fig


# %% right: two colors above and below, as two sets of bars
def plot_yes_rate(table, column):
    overall = (table["y"] == "yes").mean()
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    for part, color in [(rates[rates >= overall], "green"), (rates[rates < overall], "grey")]:
        ax.bar(part.index.astype(str), part, color=color)
    ax.axhline(overall, color="black")
    return fig


# %% right: sort_values by a key, with the figure number given
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column)
    rates = rates.sort_values(key=lambda values: -values)
    plt.figure()
    plt.bar([str(one) for one in rates.index], rates, color="C3")
    plt.axhline((table["y"] == "yes").mean(), color="C0")
    plt.title("Who says yes?")
    plt.xlabel(column)
    return plt.gcf()


# %% right: the default of matplotlib changed for a moment
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    with plt.rc_context({"figure.figsize": (9, 4), "xtick.labelsize": 8}):
        fig, ax = plt.subplots()
        ax.bar(rates.index.astype(str), rates, linewidth=0, facecolor="0.5")
        ax.axhline((table["y"] == "yes").mean(), color="0.0", linestyle=(0, (5, 2)))
    return fig


# %% wrong, known as draws_no_line: the overall share as a text only
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.set_title(f"overall {(table['y'] == 'yes').mean():.1%}")
    return fig


# %% wrong: a vertical line at upright bars
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axvline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: a horizontal line at lying bars
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values()
    fig, ax = plt.subplots()
    ax.barh(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: a line at one half
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline(0.5, color="black")
    return fig


# %% wrong: a line at the share of no
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "no").mean(), color="black")
    return fig


# %% wrong: a line at 0.115
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline(0.115, color="black")
    return fig


# %% wrong: a line at yes divided by no
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").sum() / (table["y"] == "no").sum(), color="black")
    return fig


# %% wrong, known as does_not_sort: the order of the group sizes
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column)[table[column].value_counts().index]
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as does_not_sort: sorted by the names, backwards
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_index(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as does_not_sort: the sorted rates are lost
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column)
    rates.sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as sorts_the_heights_only: heights sorted upwards, names not
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), sorted(rates))
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as sorts_the_heights_only: names sorted apart from the heights
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(sorted(str(value) for value in rates.index), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: tick labels from the values of the table
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(range(len(rates)), rates)
    ax.set_xticks(range(len(rates)), table[column].unique())
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as draws_points_joined_by_a_line: points
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.scatter(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as draws_points_joined_by_a_line: stems
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.stem(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as draws_points_joined_by_a_line: pandas' plot without a kind
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    rates.plot(ax=ax)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: a pie
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.pie(rates, labels=rates.index.astype(str))
    return fig


# %% wrong: a histogram of the column
def plot_yes_rate(table, column):
    fig, ax = plt.subplots()
    ax.hist(table[column])
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: yes and no on top of one another
def plot_yes_rate(table, column):
    shares = pd.crosstab(table[column], table["y"], normalize="index").sort_values("yes", ascending=False)
    ax = shares[["no", "yes"]].plot.bar(stacked=True)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return ax.figure


# %% wrong: returns figure and axes
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig, ax


# %% wrong: returns pyplot
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    plt.figure()
    plt.bar(rates.index.astype(str), rates)
    plt.axhline((table["y"] == "yes").mean(), color="black")
    return plt


# %% wrong: returns the bars
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return ax.bar(rates.index.astype(str), rates)


# %% wrong, known as gives_the_axes: returns what pandas gives
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    plt.figure()
    plt.axhline((table["y"] == "yes").mean(), color="black")
    return rates.plot.bar()


# %% wrong: shows and returns nothing
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    plt.figure()
    plt.bar(rates.index.astype(str), rates)
    plt.axhline((table["y"] == "yes").mean(), color="black")
    plt.show()


# %% wrong, known as draws_into_what_is_open: always the same figure number
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig = plt.figure(1)
    plt.bar(rates.index.astype(str), rates)
    plt.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: the same figure, cleared each time
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    plt.clf()
    plt.bar(rates.index.astype(str), rates)
    plt.axhline((table["y"] == "yes").mean(), color="black")
    return plt.gcf()


# %% wrong, known as gives_an_empty_figure: a figure made first, pandas draws into another
def plot_yes_rate(table, column):
    fig = plt.figure(figsize=(8, 4))
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    ax = rates.to_frame().plot.bar()
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: names that are shortened
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar([str(value)[:2] + "." + str(place) for place, value in enumerate(rates.index)], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as hides_the_names: names in a legend
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    for place, (name, rate) in enumerate(rates.items()):
        ax.bar(place, rate, label=str(name))
    ax.set_xticks([])
    ax.legend()
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as hides_the_names: the axis is off
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    ax.axis("off")
    return fig


# %% wrong, known as hides_the_names: tick labels switched off
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    ax.tick_params(axis="x", labelbottom=False)
    return fig


# %% wrong: how many rows there are
def plot_yes_rate(table, column):
    counts = table[column].value_counts()
    fig, ax = plt.subplots()
    ax.bar(counts.index.astype(str), counts)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: rounded heights
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False).round(1)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: shares as bars, the line in percent
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean() * 100, color="black")
    return fig


# %% wrong: a short line
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    overall = (table["y"] == "yes").mean()
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.plot([0, 1], [overall, overall], color="black")
    return fig


# %% wrong: a white line
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates, width=0.2)
    ax.axhline((table["y"] == "yes").mean(), color="white")
    return fig


# %% wrong: an axis that ends below the highest bar
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    ax.set_ylim(0, 0.25)
    return fig


# %% wrong: the five highest
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False).head(5)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: values with fewer than 35 rows are left out
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    rates = rates[table[column].value_counts() >= 35]
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as leaves_out_unknown: unknown is dropped from the rates
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).drop("unknown", errors="ignore").sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: bars of the cumulative share
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False).cumsum()
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong, known as draws_the_share_of_no: one minus the rate
def plot_yes_rate(table, column):
    rates = (1 - yes_rate_by(table, column)).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: how the yeses are spread over the values
def plot_yes_rate(table, column):
    shares = table.loc[table["y"] == "yes", column].value_counts(normalize=True)
    fig, ax = plt.subplots()
    ax.bar(shares.index.astype(str), shares)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: a line half way between the highest and the lowest bar
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((rates.max() + rates.min()) / 2, color="black")
    return fig


# %% wrong, known as draws_into_what_is_open: the axes of the page's first figure
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    ax = plt.gca()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return ax.figure


# %% wrong, known as draws_into_what_is_open: pandas draws into the axes that are open
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    ax = rates.plot.bar()
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return ax.figure


# %% wrong, known as draws_numbers_at_their_places: numbers are not turned into names
def plot_yes_rate(table, column):
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    fig = plt.figure()
    plt.bar(rates.index, rates.values)
    plt.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: the three most frequent values only
def plot_yes_rate(table, column):
    most = table[column].value_counts().index[:3]
    rates = yes_rate_by(table, column)[most].sort_values(ascending=False)
    fig, ax = plt.subplots()
    ax.bar(rates.index.astype(str), rates)
    ax.axhline((table["y"] == "yes").mean(), color="black")
    return fig


# %% wrong: a pie with the shares of the values
def plot_yes_rate(table, column):
    fig, ax = plt.subplots()
    counts = table[column].value_counts()
    ax.pie(counts, labels=counts.index.astype(str), autopct="%.1f")
    return fig


# %% equivalent: (8, 4) → (9, 4)
# Size and layout are free, as long as the names can be read.


# %% equivalent: (8, 4) → (8, 5)
# Size and layout are free, as long as the names can be read.


# %% equivalent: 8 → 7
# Size and layout are free, as long as the names can be read.


# %% equivalent: 4 → 3
# Size and layout are free, as long as the names can be read.


# %% equivalent: rotation=45 → rotation=46
# The names may be turned or not.


# %% equivalent: 45 → 44
# The names may be turned or not.


# %% equivalent: plt.subplots(figsize=(8, 4), layout='constrained') → plt.subplots(layout='constrained')
# Size and layout are free, as long as the names can be read.


# %% equivalent: plt.subplots(figsize=(8, 4), layout='constrained') → plt.subplots(figsize=(8, 4))
# Size and layout are free, as long as the names can be read.


# %% equivalent: ax.axhline((table['y'] == 'yes').mean(), color='black', lin… → ax.axhline((table['y'] == 'yes').mean(), linestyle='--', la…
# The line may have any color and style.


# %% equivalent: ax.axhline((table['y'] == 'yes').mean(), color='black', lin… → ax.axhline((table['y'] == 'yes').mean(), color='black', lab…
# The line may have any color and style.


# %% equivalent: ax.axhline((table['y'] == 'yes').mean(), color='black', lin… → ax.axhline((table['y'] == 'yes').mean(), color='black', lin…
# A legend is not asked for.


# %% equivalent: ax.tick_params(axis='x', rotation=45) → ax
# The names may be turned or not.


# %% equivalent: ax.tick_params(axis='x', rotation=45) → ax.tick_params(rotation=45)
# The names may be turned or not.


# %% equivalent: ax.tick_params(axis='x', rotation=45) → ax.tick_params(axis='x')
# The names may be turned or not.


# %% equivalent: ax.set(xlabel=column, ylabel='share of yes') → ax
# Names of the axes are not asked for.


# %% equivalent: ax.set(xlabel=column, ylabel='share of yes') → ax.set(ylabel='share of yes')
# Names of the axes are not asked for.


# %% equivalent: ax.set(xlabel=column, ylabel='share of yes') → ax.set(xlabel=column)
# Names of the axes are not asked for.


# %% equivalent: ax.legend() → ax
# A legend is not asked for.
