"""You wrote only the numbers on the diagonal. The mistakes beside it are the reason for this figure: every cell
needs its number."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for place in range(len(matrix)):
        ax.text(place, place, matrix[place, place], ha="center", va="center", color="white")
    ax.set_xticks(range(len(class_names)), class_names, rotation=45, ha="right")
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
