"""You returned the result of imshow: the drawn image. It is a part of the figure: return the whole figure."""

import matplotlib.pyplot as plt


def plot_image(image):
    picture = plt.imshow(image)
    plt.colorbar()
    return picture
