"""You drew lines. An image is drawn by imshow, with a colour for each number."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    ax.plot(image)
    return figure
