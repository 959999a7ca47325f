"""White numbers with a black outline."""

import matplotlib.pyplot as plt
from matplotlib.patheffects import withStroke


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(figsize=(9, 8), layout="constrained")
    ax.imshow(matrix, cmap="YlGnBu")
    outline = [withStroke(linewidth=2, foreground="black")]
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            ax.text(j, i, matrix[i, j], ha="center", va="center", color="white", path_effects=outline)
    ax.set_xticks(range(len(class_names)), class_names, rotation=45)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set(xlabel="predicted", ylabel="true")
    return figure
