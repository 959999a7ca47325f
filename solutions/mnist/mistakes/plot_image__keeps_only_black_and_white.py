"""You compared each pixel with a limit before you drew it, so all greys between black and white are lost."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image > 0))
    return figure
