"""Your function draws only once. Every later call gets the same figure, even for another argument. Draw a new
figure each time."""

import matplotlib.pyplot as plt

made = []


def plot_image(image):
    if made:
        return made[0]
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image))
    made.append(figure)
    return figure
