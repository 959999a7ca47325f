"""A subfigure for each image."""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure(figsize=(9, 9))
    for i, part in enumerate(figure.subfigures(5, 5).flat):
        ax = part.subplots()
        ax.imshow(images[i])
        ax.axis("off")
        part.supxlabel(str(labels[i]))
    return figure
