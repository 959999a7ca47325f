"""pcolormesh draws row 0 at the bottom, as in a coordinate system, so your first class is not on top. Turn the y
axis round, or use imshow."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.pcolormesh(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column + 0.5, row + 0.5, matrix[row, column], ha="center", va="center", color=color)
    places = [place + 0.5 for place in range(len(class_names))]
    ax.set_xticks(places, class_names, rotation=45, ha="right")
    ax.set_yticks(places, class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
