"""plt.colorbar() explains the image that pyplot drew last, and there is none: nothing was drawn yet,
or it was drawn with ax.imshow, of which pyplot takes no note. Tell the bar which image is meant."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    ax.imshow(image)
    plt.colorbar()
    return figure
