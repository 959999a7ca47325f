"""A scale calculated from the image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image, vmin=np.min(image), vmax=np.max(image), cmap="inferno")
    figure.colorbar(picture)
    return figure
