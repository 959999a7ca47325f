"""Your colour bar has no numbers. It is there to say which number stands behind which shade."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image), ticks=[])
    return figure
