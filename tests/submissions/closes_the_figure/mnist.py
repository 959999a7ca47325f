import matplotlib.pyplot as plt


def plot_image(image):
    figure, ax = plt.subplots()
    figure.colorbar(ax.imshow(image), ax=ax)
    plt.close(figure)
    return figure
