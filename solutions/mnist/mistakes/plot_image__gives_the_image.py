"""You handed back what imshow gave you: the drawn image. It is part of a figure, and that was asked
for."""

import matplotlib.pyplot as plt


def plot_image(image):
    picture = plt.imshow(image)
    plt.colorbar()
    return picture
