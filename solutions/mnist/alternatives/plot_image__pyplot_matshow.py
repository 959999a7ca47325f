"""plt.matshow, which makes a figure of its own."""

import matplotlib.pyplot as plt


def plot_image(image):
    picture = plt.matshow(image)
    plt.colorbar(picture)
    return picture.figure
