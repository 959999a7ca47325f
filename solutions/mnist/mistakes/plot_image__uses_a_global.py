"""You drew a name of the page. The function is handed the image that it should draw."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(train_images[0]))
    return figure
