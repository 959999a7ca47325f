"""Your loop walks over all images, and there may be more than 25. The grid has 25 places: at the next one there is no
room. How often does the loop have to run?"""

import matplotlib.pyplot as plt


def plot_images(images, labels):
    figure = plt.figure()
    for place in range(len(images)):
        plt.subplot(5, 5, place + 1)
        plt.imshow(images[place])
        plt.xlabel(labels[place])
        plt.xticks([])
        plt.yticks([])
    return figure
