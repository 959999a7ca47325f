"""The class Figure, without pyplot."""

from matplotlib.figure import Figure


def plot_confusion_matrix(matrix, class_names):
    figure = Figure(figsize=(7, 6), layout="tight")
    ax = figure.add_subplot(111)
    picture = ax.imshow(matrix)
    middle = picture.norm(matrix.max()) / 2
    for row, numbers in enumerate(matrix):
        for column, number in enumerate(numbers):
            ax.text(column, row, number, ha="center", va="center", color="black" if picture.norm(number) > middle else "white")
    ax.set_xticks(range(len(matrix)), class_names, rotation=30, ha="right")
    ax.set_yticks(range(len(matrix)), class_names)
    figure.supxlabel("predicted")
    figure.supylabel("true")
    return figure
