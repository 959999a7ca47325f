"""The Figure class, without pyplot."""

from matplotlib.figure import Figure


def plot_image(image):
    figure = Figure()
    ax = figure.subplots()
    figure.colorbar(ax.imshow(image))
    return figure
