"""imshow with an extent, cells from 0 to the number of classes."""

import matplotlib.pyplot as plt


def plot_confusion_matrix(matrix, class_names):
    n = len(class_names)
    figure, ax = plt.subplots(figsize=(1 + n, 1 + n))
    ax.imshow(matrix, extent=(0, n, n, 0), cmap="gray_r")
    middles = [place + 0.5 for place in range(n)]
    for i, y in enumerate(middles):
        for j, x in enumerate(middles):
            ax.text(x, y, matrix[i][j], ha="center", va="center", color="white" if matrix[i][j] > matrix.max() * 0.5 else "black")
    ax.set_xticks(middles)
    ax.set_yticks(middles)
    ax.set_xticklabels(class_names)
    ax.set_yticklabels(class_names)
    plt.setp(ax.get_xticklabels(), rotation=45, ha="right", rotation_mode="anchor")
    ax.set_ylabel("Actual")
    ax.set_xlabel("Predicted")
    return figure
