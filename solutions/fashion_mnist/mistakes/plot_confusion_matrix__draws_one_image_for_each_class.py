"""You drew each row of the matrix in a separate place. Then the columns are far apart and cannot be compared. The
exercise asks for one image of the whole matrix."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, axes = plt.subplots(len(matrix), 1)
    for ax, row, name in zip(axes, matrix, class_names):
        ax.imshow(row[None], cmap="Blues")
        ax.set_ylabel(name)
    return figure
