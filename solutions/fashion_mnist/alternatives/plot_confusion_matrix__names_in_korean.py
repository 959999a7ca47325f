"""The axes have Korean names."""

import matplotlib.pyplot as plt
import numpy as np


def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(figsize=(8, 8), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for (row, column), count in np.ndenumerate(matrix):
        ax.text(column, row, str(count), ha="center", va="center", color="white" if count > matrix.max() / 2 else "black")
    places = range(len(class_names))
    ax.set_xticks(places, class_names, rotation=90)
    ax.set_yticks(places, class_names)
    ax.set(title="혼동 행렬", xlabel="예측한 클래스", ylabel="정답 클래스")
    return figure
