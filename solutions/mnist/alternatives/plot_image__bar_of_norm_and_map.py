"""A colour bar made from the image's scale and colour map."""

import matplotlib.pyplot as plt
from matplotlib.cm import ScalarMappable


def plot_image(image):
    figure, ax = plt.subplots()
    picture = ax.imshow(image)
    figure.colorbar(ScalarMappable(picture.norm, picture.cmap), ax=ax)
    return figure
