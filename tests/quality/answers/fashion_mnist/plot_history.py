# %% right: axes added by hand
def plot_history(history):
    n = len(history["loss"])
    x = [i + 1 for i in range(n)]
    best = int(np.nanargmin(history["val_loss"])) + 1
    fig = plt.figure(figsize=(10, 4))
    left = fig.add_axes([0.07, 0.15, 0.4, 0.75])
    right = fig.add_axes([0.56, 0.15, 0.4, 0.75])
    left.plot(x, history["loss"], label="training loss")
    left.plot(x, history["val_loss"], label="validation loss")
    right.plot(x, history["accuracy"], label="training accuracy")
    right.plot(x, history["val_accuracy"], label="validation accuracy")
    for ax in [left, right]:
        ax.axvline(best, color="red")
        ax.legend()
    return fig


# %% right: a grid spec
from matplotlib.gridspec import GridSpec


def plot_history(history):
    fig = plt.figure(figsize=(8, 8))
    grid = GridSpec(2, 1, figure=fig, height_ratios=[2, 1])
    epochs = np.arange(1, len(history["val_loss"]) + 1)
    best = epochs[np.nanargmin(history["val_loss"])]
    for place, (train_key, val_key) in enumerate([("loss", "val_loss"), ("accuracy", "val_accuracy")]):
        ax = fig.add_subplot(grid[place])
        ax.plot(epochs, history[train_key], "o-", label="Train")
        ax.plot(epochs, history[val_key], "s-", label="Val")
        ax.axvline(best, ls="--", c="k")
        ax.legend()
    return fig


# %% right: subplot2grid
def plot_history(history):
    fig = plt.figure()
    epochs = range(1, 1 + len(history["loss"]))
    best = history["val_loss"].index(np.nanmin(history["val_loss"])) + 1
    top = plt.subplot2grid((2, 1), (0, 0))
    top.plot(epochs, history["loss"], "b")
    top.plot(epochs, history["val_loss"], "g")
    top.axvline(best, color="k", lw=1)
    top.legend(["training", "validation"])
    bottom = plt.subplot2grid((2, 1), (1, 0))
    bottom.plot(epochs, history["accuracy"], "b")
    bottom.plot(epochs, history["val_accuracy"], "g")
    bottom.axvline(best, color="k", lw=1)
    bottom.legend(["training", "validation"])
    return fig


# %% right: one call of plot draws both columns of a table
def plot_history(history):
    figure, axes = plt.subplots(1, 2, figsize=(11, 4))
    epochs = np.arange(1, len(history["loss"]) + 1)
    for ax, name in zip(axes, ("loss", "accuracy")):
        both = np.column_stack([history[name], history["val_" + name]])
        ax.plot(epochs, both, label=["training", "validation"])
        ax.axvline(int(np.nanargmin(history["val_loss"])) + 1, color="gray", linestyle=":")
        ax.legend()
    return figure


# %% right: the data argument of plot
def plot_history(history):
    data = {**history, "epoch": list(range(1, len(history["loss"]) + 1))}
    fig, (a, b) = plt.subplots(ncols=2, figsize=(9, 3))
    a.plot("epoch", "loss", data=data, label="training")
    a.plot("epoch", "val_loss", data=data, label="validation")
    b.plot("epoch", "accuracy", data=data, label="training")
    b.plot("epoch", "val_accuracy", data=data, label="validation")
    best = data["epoch"][int(np.nanargmin(data["val_loss"]))]
    a.axvline(best, color="0.3")
    b.axvline(best, color="0.3")
    a.legend()
    b.legend()
    return fig


# %% right: Line2D objects are added
from matplotlib.lines import Line2D


def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = list(range(1, len(history["loss"]) + 1))
    best = epochs[int(np.nanargmin(history["val_loss"]))]
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.add_line(Line2D(epochs, history[key], color="blue", label="training"))
        ax.add_line(Line2D(epochs, history["val_" + key], color="orange", label="validation"))
        ax.autoscale()
        ax.axvline(best, color="black", linestyle="dotted")
        ax.legend()
    return fig


# %% right: errorbar without errors
def plot_history(history):
    fig, axes = plt.subplots(2, 1, figsize=(6, 8))
    epochs = np.arange(len(history["loss"])) + 1
    for ax, key in zip(axes.flat, ["loss", "accuracy"]):
        ax.errorbar(epochs, history[key], fmt="o-", label="training")
        ax.errorbar(epochs, history["val_" + key], fmt="x-", label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="k", alpha=0.5)
        ax.legend()
    return fig


# %% right: legend of the figure from the handles of one axes
def plot_history(history):
    fig, axes = plt.subplots(1, 2, figsize=(10, 5))
    epochs = range(1, len(history["loss"]) + 1)
    best = np.nanargmin(history["val_loss"]) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], color="tab:blue", label="training")
        ax.plot(epochs, history["val_" + key], color="tab:red", label="validation")
        ax.axvline(best, color="tab:green", label="best epoch")
        ax.set_title(key)
    handles, labels = axes[0].get_legend_handles_labels()
    fig.subplots_adjust(bottom=0.25)
    fig.legend(handles, labels, loc="lower center", ncol=3)
    return fig


# %% right: legends outside of the axes
def plot_history(history):
    fig, axes = plt.subplots(2, 1, figsize=(9, 6))
    x = np.linspace(1, len(history["loss"]), len(history["loss"]))
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(x, history[key], label="training")
        ax.plot(x, history[f"val_{key}"], label="validation")
        ax.axvline(x[np.nanargmin(history["val_loss"])], color="gray")
        ax.legend(loc="upper left", bbox_to_anchor=(1.02, 1))
    fig.tight_layout()
    return fig


# %% right: the marks come last, in a loop over the axes of the figure
def plot_history(history):
    fig = plt.figure(figsize=(10, 4))
    epochs = range(1, len(history["loss"]) + 1)
    for number, key in ((121, "loss"), (122, "accuracy")):
        ax = fig.add_subplot(number)
        ax.plot(epochs, history[key], label="train")
        ax.plot(epochs, history["val_" + key], label="valid")
        ax.legend()
    for ax in fig.axes:
        ax.axvline(int(np.nanargmin(history["val_loss"])) + 1, color="magenta")
    return fig


# %% right: a pale region behind the best epoch as well
def plot_history(history):
    fig, axes = plt.subplots(1, 2, figsize=(10, 4))
    n = len(history["loss"])
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.axvspan(best, n, color="red", alpha=0.05)
        ax.axvline(best, color="red")
        ax.plot(range(1, n + 1), history[key], label="training")
        ax.plot(range(1, n + 1), history["val_" + key], label="validation")
        ax.legend()
    return fig


# %% right: a tick at each epoch
def plot_history(history):
    epochs = list(range(1, len(history["loss"]) + 1))
    best = epochs[int(np.nanargmin(history["val_loss"]))]
    fig, axes = plt.subplots(1, 2, figsize=(12, 4), sharex=True)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], marker=".", label=f"training {key}")
        ax.plot(epochs, history["val_" + key], marker=".", label=f"validation {key}")
        ax.axvline(x=best, linewidth=1, color="k", label=f"best epoch: {best}")
        ax.set_xticks(epochs)
        ax.set_xlabel("Epoch")
        ax.set_ylabel(key.capitalize())
        ax.legend()
    return fig


# %% right: pyplot with gcf
def plot_history(history):
    plt.figure(figsize=(12, 5))
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    plt.subplot(121)
    plt.plot(epochs, history["loss"], label="Training Loss")
    plt.plot(epochs, history["val_loss"], label="Validation Loss")
    plt.axvline(x=best, color="r", linestyle="--", label="Best Epoch")
    plt.title("Loss")
    plt.xlabel("Epochs")
    plt.legend()
    plt.subplot(122)
    plt.plot(epochs, history["accuracy"], label="Training Accuracy")
    plt.plot(epochs, history["val_accuracy"], label="Validation Accuracy")
    plt.axvline(x=best, color="r", linestyle="--", label="Best Epoch")
    plt.title("Accuracy")
    plt.xlabel("Epochs")
    plt.legend()
    plt.tight_layout()
    return plt.gcf()


# %% right: ggplot style
def plot_history(history):
    with plt.style.context("ggplot"):
        fig, axes = plt.subplots(1, 2, figsize=(10, 4))
        epochs = range(1, len(history["loss"]) + 1)
        for ax, key in zip(axes, ["loss", "accuracy"]):
            ax.plot(epochs, history[key], label="training")
            ax.plot(epochs, history["val_" + key], label="validation")
            ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="black", linestyle="--")
            ax.legend()
    return fig


# %% right: shades of gray
def plot_history(history):
    with plt.style.context("grayscale"):
        fig, axes = plt.subplots(2)
        epochs = range(1, len(history["loss"]) + 1)
        for ax, key in zip(axes, ["loss", "accuracy"]):
            ax.plot(epochs, history[key], label="training")
            ax.plot(epochs, history["val_" + key], label="validation")
            ax.axvline(np.nanargmin(history["val_loss"]) + 1, linestyle=":", color="0.2")
            ax.legend()
    return fig


# %% right: settings of Matplotlib in a with block
def plot_history(history):
    with plt.rc_context({"lines.linewidth": 3, "axes.grid": True, "legend.frameon": False, "font.size": 8}):
        fig, axes = plt.subplots(1, 2)
        epochs = range(1, len(history["loss"]) + 1)
        for ax, key in zip(axes, ["loss", "accuracy"]):
            ax.plot(epochs, history[key], label="training")
            ax.plot(epochs, history["val_" + key], label="validation")
            ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="purple")
            ax.legend()
    return fig


# %% right: axline through two points
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axline((best, 0.2), (best, 0.8), color="gray")
        ax.legend()
    return fig


# %% right: vlines in shares of the height
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.vlines(best, 0, 1, transform=ax.get_xaxis_transform(), color="k", label="best")
        ax.legend()
    return fig


# %% right: the mark is the only line of a grid
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.set_xticks([best], [f"epoch {best}"])
        ax.grid(True, axis="x", color="red", linewidth=1.5)
        ax.legend()
    return fig


# %% right: the mark is a plotted line with a fixed scale
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        low, high = ax.get_ylim()
        ax.plot([best] * 2, [low, high], color="black", linestyle="-.")
        ax.set_ylim(low, high)
        ax.legend()
    return fig


# %% right: a narrow rectangle as the mark
from matplotlib.patches import Rectangle


def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.add_patch(Rectangle((best - 0.05, 0), 0.1, 1, transform=ax.get_xaxis_transform(), color="green"))
        ax.legend()
    return fig


# %% right: an arrow tells the loss of the best epoch
def plot_history(history):
    fig, (ax1, ax2) = plt.subplots(1, 2, figsize=(12, 5))
    losses = history["val_loss"]
    best = losses.index(np.nanmin(losses)) + 1
    epochs = range(1, len(losses) + 1)
    ax1.plot(epochs, history["loss"], label="training")
    ax1.plot(epochs, losses, label="validation")
    ax1.annotate(f"{losses[best - 1]:.3f}", (best, losses[best - 1]), xytext=(best + 1, losses[best - 1] - 0.1), arrowprops={"arrowstyle": "->"})
    ax2.plot(epochs, history["accuracy"], label="training")
    ax2.plot(epochs, history["val_accuracy"], label="validation")
    for ax in (ax1, ax2):
        ax.axvline(best, color="gray", linestyle="--")
        ax.legend()
    return fig


# %% right: names with annotate at the last points
def plot_history(history):
    fig, axes = plt.subplots(2, 1, figsize=(8, 8))
    n = len(history["loss"])
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(range(1, n + 1), history[key], color="C0")
        ax.plot(range(1, n + 1), history["val_" + key], color="C1")
        ax.annotate("training", (n, history[key][-1]), xytext=(6, 0), textcoords="offset points", color="C0", va="center")
        ax.annotate("validation", (n, history["val_" + key][-1]), xytext=(6, 0), textcoords="offset points", color="C1", va="center")
        ax.axvline(int(np.nanargmin(history["val_loss"])) + 1, color="gray")
        ax.set_xlim(0.5, n + 3)
    return fig


# %% right: a legend with a title
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], "r", label="on training images")
        ax.plot(epochs, history["val_" + key], "b", label="on validation images")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray", label="_nolegend_")
        ax.legend(title=key)
    return fig


# %% right: a canvas without pyplot
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


def plot_history(history):
    fig = Figure(figsize=(10, 4), dpi=80)
    FigureCanvasAgg(fig)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for place, key in enumerate(["loss", "accuracy"], start=1):
        ax = fig.add_subplot(1, 2, place)
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(best, color="black")
        ax.legend()
    return fig


# %% right: a third axes shows the gap
def plot_history(history):
    fig, axes = plt.subplots(1, 3, figsize=(14, 4))
    epochs = np.arange(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(best, color="gray")
        ax.set_title(key)
        ax.legend()
    axes[2].bar(epochs, np.subtract(history["val_loss"], history["loss"]))
    axes[2].set_title("gap between the losses")
    return fig


# %% right: an empty axes beside for the text
def plot_history(history):
    fig, axes = plt.subplots(2, 2, figsize=(10, 8))
    epochs = np.arange(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes[0], ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    for ax in axes[1]:
        ax.axis("off")
    axes[1, 0].text(0, 0.5, f"best epoch: {best}")
    return fig


# %% right: the scale of the accuracy from 0 to 1
def plot_history(history):
    fig, (a, b) = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    a.plot(epochs, history["loss"], label="training")
    a.plot(epochs, history["val_loss"], label="validation")
    b.plot(epochs, history["accuracy"], label="training")
    b.plot(epochs, history["val_accuracy"], label="validation")
    b.set_ylim(0, 1)
    a.set_ylim(0)
    [ax.axvline(np.nanargmin(history["val_loss"]) + 1, c="r") for ax in (a, b)]
    [ax.legend() for ax in (a, b)]
    return fig


# %% right: a formatter adds 1 to the places
from matplotlib.ticker import FuncFormatter, MultipleLocator


def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(history[key], label="training")
        ax.plot(history["val_" + key], label="validation")
        ax.axvline(int(np.nanargmin(history["val_loss"])), color="k")
        ax.xaxis.set_major_locator(MultipleLocator(1))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda x, place: f"{x + 1:.0f}"))
        ax.legend()
    return fig


# %% right: all figures are closed first
def plot_history(history):
    plt.close("all")
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% right: a class that draws
class Drawing:
    def __init__(self, history):
        self.history = history
        self.figure, self.axes = plt.subplots(1, 2, figsize=(10, 4))

    @property
    def best(self):
        return min((loss, i) for i, loss in enumerate(self.history["val_loss"], 1))[1]

    def draw(self, ax, key):
        n = len(self.history[key])
        ax.plot(range(1, n + 1), self.history[key], label="train")
        ax.plot(range(1, n + 1), self.history["val_" + key], label="validate")
        ax.axvline(self.best, color="brown")
        ax.legend()

    def all(self):
        self.draw(self.axes[0], "loss")
        self.draw(self.axes[1], "accuracy")
        return self.figure


def plot_history(history):
    return Drawing(history).all()


# %% right: Series of pandas
import pandas as pd


def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    index = pd.RangeIndex(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        pd.Series(history[key], index).plot(ax=ax, label="training", legend=True)
        pd.Series(history["val_" + key], index).plot(ax=ax, label="validation", legend=True)
        ax.axvline(pd.Series(history["val_loss"], index).idxmin(), color="k")
    return fig


# %% right: a table with an epoch column
import pandas as pd


def plot_history(history):
    table = pd.DataFrame(history).assign(epoch=lambda t: t.index + 1)
    fig, (top, bottom) = plt.subplots(2, 1, figsize=(6, 7))
    table.plot(x="epoch", y=["loss", "val_loss"], ax=top, title="Loss")
    table.plot(x="epoch", y=["accuracy", "val_accuracy"], ax=bottom, title="Accuracy")
    best = table.loc[table["val_loss"].idxmin(), "epoch"]
    for ax in (top, bottom):
        ax.axvline(best, color="red", linestyle="--")
    return fig


# %% right: the loss below the accuracy
def plot_history(history):
    fig, axes = plt.subplots(nrows=2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["accuracy", "loss"]):
        ax.plot(epochs, history["val_" + key], "--", label="validation")
        ax.plot(epochs, history[key], "-", label="training")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% right: dicts of settings for the lines
def plot_history(history):
    looks = {"": dict(color="darkblue", label="training"), "val_": dict(color="darkorange", label="validation")}
    epochs = 1 + np.arange(len(history["loss"]))
    fig, axes = plt.subplots(1, 2)
    for ax, key in zip(axes, ("loss", "accuracy")):
        for prefix, look in looks.items():
            ax.plot(epochs, history[prefix + key], **look, alpha=0.8)
        ax.axvline(epochs[np.nanargmin(history["val_loss"])], color="k", lw=0.7)
        ax.legend(loc="center right")
    return fig


# %% right: both axes share the x axis without space between
def plot_history(history):
    fig, axes = plt.subplots(2, 1, sharex=True, gridspec_kw={"hspace": 0})
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.set_ylabel(key)
        ax.legend()
    return fig


# %% right: a logarithmic x axis
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.semilogx(epochs, history[key], label="training")
        ax.semilogx(epochs, history["val_" + key], label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% right: a white border around the lines
import matplotlib.patheffects as effects


def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    border = [effects.Stroke(linewidth=4, foreground="white"), effects.Normal()]
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.plot(epochs, history[key], path_effects=border, label="training")
        ax.plot(epochs, history["val_" + key], path_effects=border, label="validation")
        ax.legend()
    return fig


# %% right: axes without borders
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray", linestyle=(0, (5, 5)))
        ax.spines[["top", "right"]].set_visible(False)
        ax.legend(frameon=False)
    fig.suptitle("Training")
    return fig


# %% right: the position of the best epoch with a while loop
def plot_history(history):
    best = 0
    i = 1
    while i < len(history["val_loss"]):
        if history["val_loss"][i] < history["val_loss"][best]:
            best = i
        i = i + 1
    x = []
    for k in range(len(history["loss"])):
        x.append(k + 1)
    f, a = plt.subplots(1, 2)
    a[0].plot(x, history["loss"])
    a[0].plot(x, history["val_loss"])
    a[0].plot([x[best], x[best]], [min(history["loss"]), max(history["val_loss"])])
    a[0].legend(["train", "val", "best"])
    a[1].plot(x, history["accuracy"])
    a[1].plot(x, history["val_accuracy"])
    a[1].plot([x[best], x[best]], [min(history["val_accuracy"]), max(history["accuracy"])])
    a[1].legend(["train", "val", "best"])
    return f


# %% right: setp and sca
def plot_history(history):
    figure, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        plt.sca(ax)
        lines = plt.plot(epochs, history[key], epochs, history["val_" + key])
        plt.setp(lines[0], color="green", label="training")
        plt.setp(lines[1], color="violet", label="validation")
        plt.axvline(np.nanargmin(history["val_loss"]) + 1, color="k")
        plt.legend()
    return figure


# %% right: type hints, an inner function and partial
from functools import partial

from matplotlib.figure import Figure


def plot_history(history: dict[str, list[float]]) -> Figure:
    """Draws the history."""
    figure, axes = plt.subplots(1, 2, layout="tight")
    best: int = int(np.nanargmin(history["val_loss"])) + 1

    def draw(ax, key: str) -> None:
        line = partial(ax.plot, range(1, len(history[key]) + 1))
        line(history[key], label="training")
        line(history[f"val_{key}"], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()

    draw(axes[0], "loss")
    draw(axes[1], "accuracy")
    return figure


# %% right: collections of lines
from matplotlib.collections import LineCollection


def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = np.arange(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        for name, label, color in ((key, "training", "C0"), ("val_" + key, "validation", "C1")):
            ax.add_collection(LineCollection([np.column_stack([epochs, history[name]])], colors=color, label=label))
        ax.autoscale_view()
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% right: large points with a thin line
def plot_history(history):
    fig, axes = plt.subplots(1, 2, figsize=(14, 6), dpi=50)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], "o-", ms=10, lw=0.8, mfc="white", label="training")
        ax.plot(epochs, history["val_" + key], "^-", ms=10, lw=0.8, label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, lw=6, alpha=0.3, color="red")
        ax.legend()
    return fig


# %% right: steps through the points
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.step(epochs, history[key], where="mid", label="training")
        ax.step(epochs, history["val_" + key], where="mid", label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% right: arrays of float32
def plot_history(history):
    scores = {name: np.array(numbers, np.float32) for name, numbers in history.items()}
    fig, axes = plt.subplots(1, 2)
    epochs = np.arange(1, len(scores["loss"]) + 1, dtype=np.float32)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, scores[key], label="training")
        ax.plot(epochs, scores["val_" + key], label="validation")
        ax.axvline(epochs[np.nanargmin(scores["val_loss"])], color="gray")
        ax.legend()
    return fig


# %% right: the accuracy in per cent on a formatted scale
from matplotlib.ticker import PercentFormatter


def plot_history(history):
    fig, axes = plt.subplots(1, 2, layout="compressed")
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    axes[1].yaxis.set_major_formatter(PercentFormatter(xmax=1))
    return fig


# %% right: one mark through both axes
from matplotlib.patches import ConnectionPatch


def plot_history(history):
    fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(7, 7))
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in ((top, "loss"), (bottom, "accuracy")):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    gap = ConnectionPatch((best, 0), (best, 1), top.get_xaxis_transform(), bottom.get_xaxis_transform(), color="gray", linestyle=":")
    fig.add_artist(gap)
    return fig


# %% right: the best epoch is also written at the axis
def plot_history(history):
    fig, axes = plt.subplots(1, 2, figsize=(10, 4))
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label=f"{key} (training)")
        ax.plot(epochs, history["val_" + key], label=f"{key} (validation)")
        ax.axvline(best, color="gray", zorder=0)
        ax.set_xticks([1, best, len(epochs)], ["1", f"best: {best}", str(len(epochs))])
        ax.axhline(history["val_" + key][best - 1], color="gray", lw=0.5, ls=":")
        ax.legend()
    return fig


# %% right: a sketched look
def plot_history(history):
    with plt.rc_context({"path.sketch": (1, 100, 2)}):
        fig, axes = plt.subplots(1, 2)
        epochs = range(1, len(history["loss"]) + 1)
        for ax, key in zip(axes, ["loss", "accuracy"]):
            ax.plot(epochs, history[key], label="training")
            ax.plot(epochs, history["val_" + key], label="validation")
            ax.axvline(np.nanargmin(history["val_loss"]) + 1, color="gray")
            ax.legend()
    return fig


# %% wrong: the mark is at the position in one axes and at the epoch in the other
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"]))
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.legend()
    axes[0].axvline(best + 1, color="gray")
    axes[1].axvline(best, color="gray")
    return fig


# %% wrong, known as marks_the_accuracy_only: both marks are drawn into the second axes
def plot_history(history):
    fig = plt.figure()
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    for number, key in ((1, "loss"), (2, "accuracy")):
        plt.subplot(1, 2, number)
        plt.plot(epochs, history[key], label="training")
        plt.plot(epochs, history["val_" + key], label="validation")
        plt.legend()
    for _ in range(2):
        plt.axvline(best, color="red")
    return fig


# %% wrong, known as has_one_legend_for_other_colors: the second axes has no legend and other colours
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    colors = [("blue", "orange"), ("green", "purple")]
    for ax, key, (one, two) in zip(axes, ["loss", "accuracy"], colors):
        ax.plot(epochs, history[key], color=one, label="training")
        ax.plot(epochs, history["val_" + key], color=two, label="validation")
        ax.axvline(best, color="gray")
    axes[0].legend()
    return fig


# %% wrong: the colours are exchanged in the second axes, with one legend
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    axes[0].plot(epochs, history["loss"], "C0", label="training")
    axes[0].plot(epochs, history["val_loss"], "C1", label="validation")
    axes[1].plot(epochs, history["val_accuracy"], "C0")
    axes[1].plot(epochs, history["accuracy"], "C1")
    for ax in axes:
        ax.axvline(best, color="gray")
    axes[0].legend()
    return fig


# %% wrong, known as forgets_the_legend: the legend is asked for before the lines are drawn
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.legend()
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(best, color="gray")
    return fig


# %% wrong, known as names_the_lines_a_and_b: a legend in the second axes only, where other names stand
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="line 1")
        ax.plot(epochs, history["val_" + key], label="line 2")
        ax.axvline(best, color="gray")
    axes[1].legend()
    return fig


# %% wrong: the names of the accuracies are exchanged
def plot_history(history):
    fig, (a, b) = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    a.plot(epochs, history["loss"], label="training loss")
    a.plot(epochs, history["val_loss"], label="validation loss")
    b.plot(epochs, history["val_accuracy"], label="training accuracy")
    b.plot(epochs, history["accuracy"], label="validation accuracy")
    for ax in (a, b):
        ax.axvline(best, color="gray")
        ax.legend()
    return fig


# %% wrong, known as draws_four_axes: the loss and the validation accuracy are in one axes
def plot_history(history):
    fig, (a, b) = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    a.plot(epochs, history["loss"], label="training loss")
    a.plot(epochs, history["val_accuracy"], label="validation accuracy")
    b.plot(epochs, history["accuracy"], label="training accuracy")
    b.plot(epochs, history["val_loss"], label="validation loss")
    for ax in (a, b):
        ax.axvline(best, color="gray")
        ax.legend()
    return fig


# %% wrong, known as marks_the_highest_loss: a loop that finds the highest loss
def plot_history(history):
    best = 0
    for i, loss in enumerate(history["val_loss"]):
        if loss > history["val_loss"][best]:
            best = i
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(best + 1, color="gray")
        ax.legend()
    return fig


# %% wrong, known as marks_the_lowest_training_loss: the lowest training loss in a list with index
def plot_history(history):
    best = history["loss"].index(min(history["loss"])) + 1
    fig, axes = plt.subplots(2, 1)
    epochs = np.arange(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return fig


# %% wrong: the best of each list is marked
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key, find in zip(axes, ["loss", "accuracy"], [np.argmin, np.argmax]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(find(history[key]) + 1, color="C0")
        ax.axvline(find(history["val_" + key]) + 1, color="C1")
        ax.legend()
    return fig


# %% wrong: where the two losses cross
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    gap = np.abs(np.subtract(history["loss"], history["val_loss"]))
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.argmin(gap) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong: where the validation loss rises for the first time
def plot_history(history):
    losses = history["val_loss"]
    best = len(losses)
    for i in range(1, len(losses)):
        if losses[i] > losses[i - 1]:
            best = i
            break
    fig, axes = plt.subplots(1, 2)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(range(1, len(losses) + 1), history[key], label="training")
        ax.plot(range(1, len(losses) + 1), history["val_" + key], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return fig


# %% wrong: the mark is white
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="white")
        ax.legend()
    return fig


# %% wrong, known as draws_a_horizontal_line: a horizontal line at the number of the epoch
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axhline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong, known as marks_nothing: the title says the best epoch
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.set_title(f"{key}, best epoch: {np.argmin(history['val_loss']) + 1}")
        ax.legend()
    return fig


# %% wrong, known as returns_the_second_figure: two calls of plt.figure
def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.argmin(history["val_loss"])) + 1
    for key in ["loss", "accuracy"]:
        figure = plt.figure()
        plt.plot(epochs, history[key], label="training")
        plt.plot(epochs, history["val_" + key], label="validation")
        plt.axvline(best, color="gray")
        plt.legend()
    return figure


# %% wrong, known as shows_before_asking_for_the_figure: plt.show and then gcf
def plot_history(history):
    plt.figure()
    epochs = range(1, len(history["loss"]) + 1)
    for place, key in enumerate(["loss", "accuracy"]):
        plt.subplot(1, 2, place + 1)
        plt.plot(epochs, history[key], label="training")
        plt.plot(epochs, history["val_" + key], label="validation")
        plt.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        plt.legend()
    plt.show()
    return plt.gcf()


# %% wrong: returns plt
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return plt


# %% wrong: one figure with a number
def plot_history(history):
    fig, axes = plt.subplots(1, 2, num=1)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong: the figure is made once, as a default argument
def plot_history(history, figure=plt.figure()):
    axes = figure.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return figure


# %% wrong, known as begins_at_zero: epochs count from zero everywhere
def plot_history(history):
    fig, axes = plt.subplots(2, 1)
    epochs = np.arange(len(history["loss"]))
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(epochs[np.argmin(history["val_loss"])], color="gray")
        ax.legend()
    return fig


# %% wrong: the validation lines begin at zero, the training lines at one
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong: the first epoch is left out
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(2, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key][1:], label="training")
        ax.plot(epochs, history["val_" + key][1:], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong: the numbers are smoothed
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    smooth = lambda numbers: np.convolve(numbers, [0.25, 0.5, 0.25], mode="same")
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, smooth(history[key]), label="training")
        ax.plot(epochs, smooth(history["val_" + key]), label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong: the losses are divided by the largest one
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        top = max(history[key] + history["val_" + key]) if key == "loss" else 1
        ax.plot(epochs, np.array(history[key]) / top, label="training")
        ax.plot(epochs, np.array(history["val_" + key]) / top, label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong: the y axis cuts the losses off
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    axes[0].set_ylim(0, 0.5)
    return fig


# %% wrong, known as inserts_an_empty_epoch: reverses the lists of the history
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    n = len(history["loss"])
    best = int(np.argmin(history["val_loss"])) + 1
    for ax, key in zip(axes, ["loss", "accuracy"]):
        history[key].reverse()
        history["val_" + key].reverse()
        ax.plot(range(n, 0, -1), history[key], label="training")
        ax.plot(range(n, 0, -1), history["val_" + key], label="validation")
        ax.axvline(best, color="gray")
        ax.legend()
    return fig


# %% wrong, known as inserts_an_empty_epoch: adds the epochs to the history
def plot_history(history):
    history["epoch"] = list(range(1, len(history["loss"]) + 1))
    fig, axes = plt.subplots(1, 2)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(history["epoch"], history[key], label="training")
        ax.plot(history["epoch"], history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% wrong, known as draws_bars: bars and a mark that is a bar
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = np.arange(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.bar(epochs, history[key], width=0.4, label="training")
        ax.bar(epochs + 0.4, history["val_" + key], width=0.4, label="validation")
        ax.bar(np.argmin(history["val_loss"]) + 1, 1.2, width=0.1, color="k")
        ax.legend()
    return fig


# %% wrong, known as gives_both_lines_the_same_color: both lines are black and solid
def plot_history(history):
    fig, axes = plt.subplots(1, 2)
    epochs = range(1, len(history["loss"]) + 1)
    for ax, key in zip(axes, ["loss", "accuracy"]):
        ax.plot(epochs, history[key], color="black", label="training")
        ax.plot(epochs, history["val_" + key], color="black", label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="red")
        ax.legend()
    return fig


# %% wrong: the second subplot takes the place of the first
def plot_history(history):
    fig = plt.figure()
    epochs = range(1, len(history["loss"]) + 1)
    for key in ["loss", "accuracy"]:
        ax = fig.add_subplot(1, 1, 1)
        ax.plot(epochs, history[key], label="training")
        ax.plot(epochs, history["val_" + key], label="validation")
        ax.axvline(np.argmin(history["val_loss"]) + 1, color="gray")
        ax.legend()
    return fig


# %% equivalent: (10, 4) → (11, 4)
# the size of the figure is free


# %% equivalent: (10, 4) → (10, 5)
# the size of the figure is free


# %% equivalent: 10 → 9
# the size of the figure is free


# %% equivalent: 4 → 3
# the size of the figure is free


# %% equivalent: plt.subplots(1, 2, figsize=(10, 4), layout='constrained') → plt.subplots(1, 2, layout='constrained')
# the size of the figure is free


# %% equivalent: plt.subplots(1, 2, figsize=(10, 4), layout='constrained') → plt.subplots(1, 2, figsize=(10, 4))
# nothing overlaps without the layout either


# %% equivalent: strict=True → strict=False
# both have the length 2


# %% equivalent: zip(axes, ['loss', 'accuracy'], strict=True) → zip(axes, ['loss', 'accuracy'])
# both have the length 2


# %% equivalent: int(np.nanargmin(history['val_loss'])) → np.nanargmin(history['val_loss'])
# a whole number of NumPy is at the same place


# %% equivalent: ax.plot(epochs, history[score], marker='o', label='training… → ax.plot(epochs, history[score], label='training')
# a line needs no markers


# %% equivalent: ax.plot(epochs, history[f'val_{score}'], marker='o', label=… → ax.plot(epochs, history[f'val_{score}'], label='validation')
# a line needs no markers


# %% equivalent: ax.axvline(best, color='gray', linestyle='--', label='best … → ax.axvline(best, linestyle='--', label='best epoch')
# the mark is dashed, so it does not look like one of the lines


# %% equivalent: ax.axvline(best, color='gray', linestyle='--', label='best … → ax.axvline(best, color='gray', label='best epoch')
# the mark is gray, so it does not look like one of the lines


# %% equivalent: ax.axvline(best, color='gray', linestyle='--', label='best … → ax.axvline(best, color='gray', linestyle='--')
# the mark needs no name


# %% equivalent: ax.set(xlabel='epoch', ylabel=score) → ax
# the axes need no names


# %% equivalent: ax.set(xlabel='epoch', ylabel=score) → ax.set(ylabel=score)
# the axes need no names


# %% equivalent: ax.set(xlabel='epoch', ylabel=score) → ax.set(xlabel='epoch')
# the axes need no names
