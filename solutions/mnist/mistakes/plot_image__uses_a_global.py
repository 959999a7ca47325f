"""You drew a variable of the page. The function should draw the image that it is given."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(train_images[0]))
    return figure
