"""You wrote no names: the ticks show the numbers of the classes. Few readers know by heart which class has which
number. The names are in class_names."""
# Also true: writes_no_names_down, writes_no_names_across

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
