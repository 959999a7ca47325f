"""Your rows are in the order in which the classes first occur. The order of class_names is asked for: then two figures can be
compared."""

import matplotlib.pyplot as plt


def plot_examples(images, labels, class_names):
    present = list(dict.fromkeys(labels.tolist()))
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for row, label in zip(axes, present, strict=True):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == label][:5], strict=False):
            ax.axis("on")
            ax.imshow(image, cmap="gray")
            ax.set(xticks=[], yticks=[])
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
