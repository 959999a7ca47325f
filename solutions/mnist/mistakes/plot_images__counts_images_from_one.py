"""The places are numbered from 1, and you used this number for the image, too. So the first image is missing,
and the 26th is there."""
# Also true: draws_the_next_image

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure()
    for place in range(1, 26):
        plt.subplot(5, 5, place)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return figure
