"""You scaled the image inside the function, so the colour bar does not show the numbers of the given
image."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image / 255)
    figure.colorbar(picture)
    return figure
