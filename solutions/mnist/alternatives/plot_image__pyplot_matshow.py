"""plt.matshow, which makes its own figure."""

import matplotlib.pyplot as plt


def plot_image(image):
    picture = plt.matshow(image)
    plt.colorbar(picture)
    return picture.figure
