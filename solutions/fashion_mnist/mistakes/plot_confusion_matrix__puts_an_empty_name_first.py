"""You put an empty text in front of the names, for a tick that lies outside of the image. That works only while
Matplotlib happens to put a tick at each class. Set the places together with the names."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            color = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, matrix[row, column], ha="center", va="center", color=color)
    ax.set_xticklabels([""] + class_names, rotation=45)
    ax.set_yticklabels([""] + class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
