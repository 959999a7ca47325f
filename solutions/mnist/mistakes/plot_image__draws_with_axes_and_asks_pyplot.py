"""plt.colorbar() describes the last image that pyplot drew, and there is none: either nothing is drawn yet,
or ax.imshow drew it, which pyplot does not remember. Tell the colour bar which image you mean."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    ax.imshow(image)
    plt.colorbar()
    return figure
