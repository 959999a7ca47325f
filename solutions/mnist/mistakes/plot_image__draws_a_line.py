"""You drew lines. imshow draws an image: it gives each number a colour."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    ax.plot(image)
    return figure
