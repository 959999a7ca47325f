"""You scaled the image inside the function, so the bar does not show the numbers that it was
handed."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image / 255)
    figure.colorbar(picture)
    return figure
