# %% right: two loops over positions
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: positions by np.ndindex
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    ax.imshow(matrix, cmap="Greens")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: ndenumerate and a list of two colours
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap=plt.cm.Purples, interpolation="nearest")
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: rows made lists
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 9), layout="tight")
    ax = fig.subplots()
    ax.imshow(matrix, cmap="Greys", vmin=0)
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: names on top
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    ax.imshow(matrix, cmap="Blues")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.xaxis.tick_top()
    ax.xaxis.set_label_position("top")
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: pcolormesh with limits from the top
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    n = len(matrix)
    ax.pcolormesh(matrix, cmap="Blues")
    ax.set_ylim(n, 0)
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j + 0.5, i + 0.5, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(n) + 0.5, class_names, rotation=90)
    ax.set_yticks(np.arange(n) + 0.5, class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: pcolor, turned over
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    n = len(matrix)
    ax.pcolor(matrix, cmap="Purples")
    ax.invert_yaxis()
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j + 0.5, i + 0.5, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(n) + 0.5, labels=class_names, rotation=90)
    ax.set_yticks(np.arange(n) + 0.5, labels=class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: origin lower, the y axis turned
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues", origin="lower")
    ax.invert_yaxis()
    limit = matrix.max() / 2
    for i, row in enumerate(matrix.tolist()):
        for j, number in enumerate(row):
            if number > limit:
                ax.text(j, i, number, ha="center", va="center", color="white", fontsize=9)
            else:
                ax.text(j, i, number, ha="center", va="center", color="black", fontsize=9)
    places = list(range(len(class_names)))
    ax.set(xticks=places, yticks=places, xticklabels=class_names, yticklabels=class_names)
    ax.tick_params(axis="x", rotation=60)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: the matrix and the names turned, drawn from below
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 9), layout="tight")
    ax = fig.subplots()
    n = len(matrix)
    ax.imshow(matrix[::-1], cmap="Blues", origin="lower")
    for i in range(n):
        for j in range(n):
            ax.text(j, n - 1 - i, matrix[i, j], ha="center", va="center", color="white" if matrix[i, j] > matrix.max() / 2 else "black")
    ax.set_xticks(range(n), class_names, rotation=90)
    ax.set_yticks(range(n), class_names[::-1])
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: annotate in place of text
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    ax.imshow(matrix, cmap="Greens")
    for i, j in np.ndindex(*matrix.shape):
        ax.annotate(str(matrix[i, j]), xy=(j, i), ha="center", va="center", color="white" if matrix[i, j] > matrix.max() / 2 else "black")
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: the brightness of each cell decides
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    image = ax.imshow(matrix, cmap="plasma")
    for (i, j), v in np.ndenumerate(matrix):
        r, g, b, _ = image.cmap(image.norm(v))
        bright = 0.3 * r + 0.6 * g + 0.1 * b
        ax.text(j, i, v, ha="center", va="center", color="black" if bright > 0.5 else "white")
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: dark cells for small numbers
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    ax.imshow(matrix, cmap="gray")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="black" if v > matrix.max() / 2 else "white")
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: a power norm
from matplotlib.colors import PowerNorm


def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    image = ax.imshow(matrix, cmap="Blues", norm=PowerNorm(0.5))
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if image.norm(v) > 0.5 else "black")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: colours show shares of the columns
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 9), layout="tight")
    ax = fig.subplots()
    shares = matrix / matrix.sum(axis=0)
    ax.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if shares[i, j] > 0.5 else "black")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: colours calculated by hand
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    strength = matrix / matrix.max()
    ax.imshow(plt.cm.Blues(strength))
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if strength[i, j] > 0.5 else "black")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: thousands with commas
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix, cmap="Greys", vmin=0)
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, f"{v:,}", ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: zeros skipped with continue
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            if matrix[i, j] == 0:
                continue
            ax.text(j, i, matrix[i, j], ha="center", va="center", color="white" if matrix[i, j] > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: an empty text for zeros
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Greens")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v or "", ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: a dash for zeros
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 9), layout="tight")
    ax = fig.subplots()
    ax.imshow(matrix, cmap=plt.cm.Purples, interpolation="nearest")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v if v else "–", ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    places = list(range(len(class_names)))
    ax.set(xticks=places, yticks=places, xticklabels=class_names, yticklabels=class_names)
    ax.tick_params(axis="x", rotation=60)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: bold numbers on the diagonal
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    ax.imshow(matrix, cmap="Greys", vmin=0)
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", weight="bold" if i == j else "normal", color="white" if v > matrix.max() / 2 else "black")
    places = list(range(len(class_names)))
    ax.set(xticks=places, yticks=places, xticklabels=class_names, yticklabels=class_names)
    ax.tick_params(axis="x", rotation=60)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: white lines between the cells
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix, cmap="Blues")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_xticks(np.arange(len(matrix) + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(matrix) + 1) - 0.5, minor=True)
    ax.grid(which="minor", color="white", linewidth=2)
    ax.tick_params(which="minor", length=0)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: a colour bar with a label
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    image = ax.imshow(matrix, cmap="Blues")
    fig.colorbar(image, label="images")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: a colour bar below
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    image = ax.imshow(matrix, cmap="Greens")
    fig.colorbar(image, ax=ax, orientation="horizontal", shrink=0.5)
    limit = matrix.max() / 2
    for i, row in enumerate(matrix.tolist()):
        for j, number in enumerate(row):
            if number > limit:
                ax.text(j, i, number, ha="center", va="center", color="white", fontsize=9)
            else:
                ax.text(j, i, number, ha="center", va="center", color="black", fontsize=9)
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: a colour bar in axes of its own
def plot_confusion_matrix(matrix, class_names):
    fig, (ax, bar) = plt.subplots(1, 2, figsize=(10, 8), width_ratios=[15, 1])
    fig.colorbar(ax.imshow(matrix, cmap="Blues"), cax=bar)
    limit = matrix.max() / 2
    for i, row in enumerate(matrix.tolist()):
        for j, number in enumerate(row):
            if number > limit:
                ax.text(j, i, number, ha="center", va="center", color="white", fontsize=9)
            else:
                ax.text(j, i, number, ha="center", va="center", color="black", fontsize=9)
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: a title with the accuracy
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    ax.set_title(f"accuracy {matrix.trace() / matrix.sum():.1%}")
    return fig


# %% right: names with their numbers
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix, cmap="Greens")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    names = [f"{k}: {name}" for k, name in enumerate(class_names)]
    ax.set_xticks(range(len(names)), names, rotation=90)
    ax.set_yticks(range(len(names)), names)
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: long names broken at the slash
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    ax.imshow(matrix, cmap=plt.cm.Purples, interpolation="nearest")
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    names = [name.replace("/", "/\n") for name in class_names]
    ax.set_xticks(range(len(names)), names, rotation=90)
    ax.set_yticks(range(len(names)), names)
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: ticks without marks
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Greys", vmin=0)
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.tick_params(length=0)
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: a frame that is removed
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 9), layout="tight")
    ax = fig.subplots()
    ax.imshow(matrix, cmap="Blues")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    for side in ax.spines.values():
        side.set_visible(False)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: fixed locators and formatters
from matplotlib.ticker import FixedFormatter, FixedLocator


def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    ax.imshow(matrix, cmap="Greens")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(FixedLocator(range(len(class_names))))
        axis.set_major_formatter(FixedFormatter(class_names))
    ax.tick_params(axis="x", rotation=90)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: a function formats the ticks
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix, cmap=plt.cm.Purples, interpolation="nearest")
    limit = matrix.max() / 2
    for i, row in enumerate(matrix.tolist()):
        for j, number in enumerate(row):
            if number > limit:
                ax.text(j, i, number, ha="center", va="center", color="white", fontsize=9)
            else:
                ax.text(j, i, number, ha="center", va="center", color="black", fontsize=9)
    ax.set_xticks(range(len(class_names)))
    ax.set_yticks(range(len(class_names)))
    ax.xaxis.set_major_formatter(lambda x, place: class_names[round(x)])
    ax.yaxis.set_major_formatter(lambda y, place: class_names[round(y)])
    ax.tick_params(axis="x", rotation=90)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: a helper function for the numbers
def write_numbers(ax, matrix):
    half = matrix.max() / 2
    for row in range(matrix.shape[0]):
        for column in range(matrix.shape[1]):
            number = matrix[row, column]
            ax.text(column, row, str(number), ha="center", va="center", color="white" if number > half else "black")


def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    ax.imshow(matrix, cmap="Greys", vmin=0)
    write_numbers(ax, matrix)
    places = list(range(len(class_names)))
    ax.set(xticks=places, yticks=places, xticklabels=class_names, yticklabels=class_names)
    ax.tick_params(axis="x", rotation=60)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: a helper function for one axis
def name_axis(axis, names, title):
    axis.set_ticks(range(len(names)), labels=names)
    axis.set_label_text(title)


def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    name_axis(ax.xaxis, class_names, "predicted")
    name_axis(ax.yaxis, class_names, "true")
    plt.setp(ax.get_xticklabels(), rotation=90)
    return fig


# %% right: a class that draws
class Map:
    def __init__(self, matrix):
        self.matrix = matrix
        self.figure, self.ax = plt.subplots(figsize=(9, 9))
        self.ax.imshow(matrix, cmap="Blues")

    def write(self):
        for (i, j), v in np.ndenumerate(self.matrix):
            self.ax.text(j, i, v, ha="center", va="center", color="white" if v > self.matrix.max() / 2 else "black")


def plot_confusion_matrix(matrix, class_names):
    m = Map(matrix)
    m.write()
    ax = m.ax
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return m.figure


# %% right: a lambda for the colour
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    ax.imshow(matrix, cmap=plt.cm.Purples, interpolation="nearest")
    color = lambda v: "white" if v > matrix.max() / 2 else "black"
    [ax.text(j, i, v, ha="center", va="center", color=color(v)) for (i, j), v in np.ndenumerate(matrix)]
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: type hints
def plot_confusion_matrix(matrix: np.ndarray, class_names: list[str]) -> plt.Figure:
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix, cmap="Greys", vmin=0)
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: black numbers with a white outline
from matplotlib.patheffects import withStroke


def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", path_effects=[withStroke(linewidth=3, foreground="white")])
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: colours half transparent, black numbers
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues", alpha=0.4)
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: a colour map of its own, from white to light blue
from matplotlib.colors import LinearSegmentedColormap


def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 9), layout="tight")
    ax = fig.subplots()
    ax.imshow(matrix, cmap=LinearSegmentedColormap.from_list("pale", ["white", "lightskyblue"]))
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="black")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: a mosaic with one place
def plot_confusion_matrix(matrix, class_names):
    fig, places = plt.subplot_mosaic([["map"]], figsize=(9, 9))
    ax = places["map"]
    ax.imshow(matrix, cmap="Greys", vmin=0)
    limit = matrix.max() / 2
    for i, row in enumerate(matrix.tolist()):
        for j, number in enumerate(row):
            if number > limit:
                ax.text(j, i, number, ha="center", va="center", color="white", fontsize=9)
            else:
                ax.text(j, i, number, ha="center", va="center", color="black", fontsize=9)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set_xlabel("Predicted label")
    ax.set_ylabel("True label")
    return fig


# %% right: small letters by a context of rc
def plot_confusion_matrix(matrix, class_names):
    with plt.rc_context({"font.size": 7}):
        fig, ax = plt.subplots(figsize=(7, 7))
    ax.imshow(matrix, cmap="Blues")
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: a dark style
def plot_confusion_matrix(matrix, class_names):
    with plt.style.context("dark_background"):
        fig, ax = plt.subplots(figsize=(9, 9))
    ax.imshow(matrix, cmap="magma")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="black" if v > 0.6 * matrix.max() else "white")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: closed before it is returned
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap=plt.cm.Purples, interpolation="nearest")
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    places = list(range(len(class_names)))
    ax.set(xticks=places, yticks=places, xticklabels=class_names, yticklabels=class_names)
    ax.tick_params(axis="x", rotation=60)
    plt.xlabel("predicted")
    plt.ylabel("true")
    plt.close(fig)
    return fig


# %% right: a table of pandas
import pandas as pd


def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 9), layout="tight")
    ax = fig.subplots()
    ax.imshow(matrix, cmap="Greys", vmin=0)
    table = pd.DataFrame(matrix, class_names, class_names)
    for i, (_, row) in enumerate(table.iterrows()):
        for j, v in enumerate(row):
            ax.text(j, i, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(range(len(table)), list(table.columns), rotation=90)
    ax.set_yticks(range(len(table)), list(table.index))
    plt.xlabel("predicted")
    plt.ylabel("true")
    return fig


# %% right: arrows in the names of the axes
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    ax.imshow(matrix, cmap="Blues")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    places = list(range(len(class_names)))
    ax.set(xticks=places, yticks=places, xticklabels=class_names, yticklabels=class_names)
    ax.tick_params(axis="x", rotation=60)
    ax.set_xlabel("predicted class →")
    ax.set_ylabel("← true class")
    return fig


# %% right: questions as names of the axes
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix, cmap="Greens")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    ax.set_xlabel("What does the network say?")
    ax.set_ylabel("What is it really?")
    return fig


# %% right: the logarithm as colour
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    strength = np.log1p(matrix)
    ax.imshow(strength, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if strength[i, j] > strength.max() * 0.6 else "black")
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: the square root as colour
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    strength = matrix ** 0.5
    ax.imshow(strength, cmap="Greens")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if strength[i, j] > strength.max() * 0.6 else "black")
    plt.xticks(range(len(class_names)), class_names, rotation="vertical")
    plt.yticks(range(len(class_names)), class_names)
    ax.set_ylabel("actual class")
    ax.set_xlabel("prediction")
    return fig


# %% right: the usual size, small numbers
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots()
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", fontsize=7, color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: places counted from one by an extent
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(10, 10))
    ax = plt.gca()
    n = len(matrix)
    ax.imshow(matrix, cmap="Blues", extent=(0.5, n + 0.5, n + 0.5, 0.5))
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j + 1, i + 1, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(range(1, n + 1), class_names, rotation=90)
    ax.set_yticks(range(1, n + 1), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: cells that are not square
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(matrix.astype(float), cmap="Blues", aspect="auto", interpolation="none")
    for i, j in np.ndindex(matrix.shape):
        ax.text(j, i, f"{matrix[i, j]}", ha="center", va="center", color="w" if matrix[i, j] > 0.5 * matrix.max() else "k")
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: yellow on dark, navy on pale
def plot_confusion_matrix(matrix, class_names):
    fig = plt.figure(figsize=(9, 8))
    ax = fig.add_subplot(1, 1, 1)
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="yellow" if v > 0.6 * matrix.max() else "navy")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% right: names of the axes by the figure
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), number in np.ndenumerate(matrix):
        ax.text(j, i, str(number), horizontalalignment="center", verticalalignment="center", color=["black", "white"][int(2 * number > matrix.max())])
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    fig.supxlabel("predicted")
    fig.supylabel("true")
    return fig


# %% wrong, known as exchanges_rows_and_columns: everything transposed, with fitting names of the axes
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    matrix = matrix.T
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="true class", ylabel="predicted class")
    return fig


# %% wrong, known as writes_shares: shares with two decimals
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix / matrix.sum(axis=1, keepdims=True)):
        ax.text(j, i, f"{v:.2f}", ha="center", va="center", color="white" if v > 0.5 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong, known as writes_percentages: rounded percentages without a sign
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix / matrix.sum(axis=1, keepdims=True)):
        ax.text(j, i, f"{100 * v:.0f}", ha="center", va="center", color="white" if v > 0.5 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong, known as writes_shares: shares of all images
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix / matrix.sum()):
        ax.text(j, i, f"{v:.3f}", ha="center", va="center", color="white" if matrix[i, j] > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers one row too low
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i + 1, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers at the corners
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j + 0.5, i + 0.5, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers below ten are left out
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        if v >= 10:
            ax.text(j, i, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers with an exponent
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, f"{v:.0e}", ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: the last row and column have no number
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix) - 1):
        for j in range(len(matrix) - 1):
            ax.text(j, i, matrix[i, j], ha="center", va="center", color="white" if matrix[i, j] > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers above the diagonal only
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        if j >= i:
            ax.text(j, i, v, ha="center", va="center", color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: gray numbers
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="viridis")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="gray")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: white from the mean on
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if v > matrix.mean() else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong, known as writes_black_everywhere: white from a fixed number on
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if v > 500 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers in the colours of their cells
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    image = ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color=image.cmap(image.norm(v)))
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers behind the image
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", zorder=-1)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: numbers far too large
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", fontsize=120, color="white" if v > matrix.max() / 2 else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: first letters of the names
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    names = [name[0] for name in class_names]
    ax.set_xticks(range(len(names)), names)
    ax.set_yticks(range(len(names)), names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: names across in reverse order
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names[::-1], rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: names in both directions one too far
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    names = class_names[1:] + class_names[:1]
    ax.set_xticks(range(len(names)), names, rotation=90)
    ax.set_yticks(range(len(names)), names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: white names
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.tick_params(labelcolor="white")
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong, known as sorts_the_names: names sorted from Z to A
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    names = sorted(class_names, reverse=True)
    ax.set_xticks(range(len(names)), names, rotation=90)
    ax.set_yticks(range(len(names)), names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: every second name
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(range(0, len(class_names), 2), class_names[::2], rotation=90)
    ax.set_yticks(range(0, len(class_names), 2), class_names[::2])
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong, known as names_both_axes_class: axes called x and y
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="x", ylabel="y")
    return fig


# %% wrong: only the y axis has a name
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set_ylabel("true class")
    return fig


# %% wrong, known as does_not_name_the_axes: a title in place of the names of the axes
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set_title("true class against predicted class")
    return fig


# %% wrong: both axes are called true class
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="true class", ylabel="true class")
    return fig


# %% wrong: only shows where there is a number
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix > 0, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: the scale ends at 1
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues", vmin=0, vmax=1)
    for (i, j), v in np.ndenumerate(matrix):
        ax.text(j, i, v, ha="center", va="center", color="white" if v else "black")
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: both directions added
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    both = matrix + matrix.T
    ax.imshow(both, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: a matrix mirrored from left to right
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix[:, ::-1], cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong, known as changes_the_matrix: the diagonal made 0 in the argument at the end
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    np.fill_diagonal(matrix, 0)
    return fig


# %% wrong: the names turned round in the argument
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    class_names.reverse()
    ax.set_xticks(range(len(class_names)), class_names, rotation=90)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: an image that does not fit: the last class is cut off
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix[:-1, :-1], cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: bars for the right answers
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.bar(range(len(matrix)), matrix.diagonal())
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: points of different sizes
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    y, x = np.indices(matrix.shape)
    ax.scatter(x.ravel(), y.ravel(), s=matrix.ravel())
    ax.invert_yaxis()
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong: contour areas
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.contourf(matrix, cmap="Blues")
    ax.invert_yaxis()
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return fig


# %% wrong, known as gives_an_empty_figure: a new figure at the end
def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return plt.figure()


# %% wrong, known as gives_nothing: saved in a file
import os


def plot_confusion_matrix(matrix, class_names):
    fig, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            color = "white" if matrix[i, j] > matrix.max() / 2 else "black"
            ax.text(j, i, matrix[i, j], ha="center", va="center", color=color)
    ax.set_xticks(np.arange(len(class_names)))
    ax.set_yticks(np.arange(len(class_names)))
    ax.set_xticklabels(class_names, rotation=45, ha="right")
    ax.set_yticklabels(class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    fig.savefig(os.devnull, format="png")


# %% equivalent: (7, 6.5) → (8, 6.5)
# The size of the figure and of its letters is free.


# %% equivalent: (7, 6.5) → (7, 7.5)
# The size of the figure and of its letters is free.


# %% equivalent: number > matrix.max() / 2 → number >= matrix.max() / 2
# A cell of half the largest number can have a black or a white number.


# %% equivalent: fontsize=8 → fontsize=9
# The size of the figure and of its letters is free.


# %% equivalent: rotation=45 → rotation=46
# The names may be turned in any way.


# %% equivalent: plt.subplots(figsize=(7, 6.5), layout='constrained') → plt.subplots(layout='constrained')
# The size of the figure and of its letters is free.


# %% equivalent: plt.subplots(figsize=(7, 6.5), layout='constrained') → plt.subplots(figsize=(7, 6.5))
# The size of the figure and of its letters is free.


# %% equivalent: ax.set_xticks(places, class_names, rotation=45, ha='right') → ax.set_xticks(places, class_names, ha='right')
# The names may be turned in any way.


# %% equivalent: ax.set_xticks(places, class_names, rotation=45, ha='right') → ax.set_xticks(places, class_names, rotation=45)
# The names may be turned in any way.


# %% equivalent: ax.text(column, row, str(number), ha='center', va='center',… → ax.text(column, row, str(number), va='center', color=color,…
# The number is still in its cell and can be read.


# %% equivalent: ax.text(column, row, str(number), ha='center', va='center',… → ax.text(column, row, str(number), ha='center', color=color,…
# The number is still in its cell and can be read.


# %% equivalent: ax.text(column, row, str(number), ha='center', va='center',… → ax.text(column, row, str(number), ha='center', va='center',… #2
# The number is still in its cell and can be read.


# %% equivalent: 45 → 44
# The names may be turned in any way.


# %% equivalent: 7 → 6
# The size of the figure and of its letters is free.


# %% equivalent: 6.5 → 5.5
# The size of the figure and of its letters is free.


# %% equivalent: str(number) → number
# Matplotlib writes a number in the same way.


# %% equivalent: 8 → 7
# The size of the figure and of its letters is free.
