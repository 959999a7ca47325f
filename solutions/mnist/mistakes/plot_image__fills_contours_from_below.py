"""Your image stands on its head: contourf begins with row 0 at the bottom. imshow puts it at the top, or turn the y axis
round."""

import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.contourf(image, levels=50))
    return figure
