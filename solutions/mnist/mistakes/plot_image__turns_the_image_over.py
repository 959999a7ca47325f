"""You reversed the rows before you drew the image, so it is upside down. imshow already puts row 0 at the
top."""

import matplotlib.pyplot as plt
import numpy as np


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(np.flipud(image)))
    return figure
