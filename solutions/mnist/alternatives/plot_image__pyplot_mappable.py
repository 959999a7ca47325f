"""plt.colorbar with the image."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure = plt.figure(figsize=(3, 3))
    picture = plt.imshow(image, cmap=plt.cm.gray_r)
    plt.colorbar(picture, orientation="horizontal")
    plt.axis("off")
    return figure
