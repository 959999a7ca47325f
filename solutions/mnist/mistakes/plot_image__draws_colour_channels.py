"""You made three colour channels from the image. Then Matplotlib does not use a colour map, and the colour
bar does not describe this image."""

import matplotlib.pyplot as plt
import numpy as np


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(np.dstack([image / np.max(image)] * 3))
    figure.colorbar(picture)
    return figure
