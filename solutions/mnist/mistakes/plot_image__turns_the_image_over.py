"""You turned the rows round before drawing, so the image stands on its head. imshow has row 0 at the top already."""

import matplotlib.pyplot as plt
import numpy as np


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(np.flipud(image)))
    return figure
