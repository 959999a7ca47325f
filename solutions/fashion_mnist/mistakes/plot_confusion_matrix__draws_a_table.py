"""You wrote the numbers into a table without colours. A reader must read each number to find the large ones. Draw
the matrix as an image: colours show them at once."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(layout="constrained")
    ax.table([[str(number) for number in row] for row in matrix], rowLabels=class_names, colLabels=class_names, loc="center")
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
