"""Everything turned into lists and Python integers first."""

import matplotlib.pyplot as plt


def plot_predictions(images, labels, predictions):
    answers = predictions.argmax(-1).tolist()
    truths = labels.tolist()
    figure = plt.figure(layout="tight")
    for i, (image, answer, truth) in enumerate(zip(images[:25], answers, truths)):
        ax = figure.add_subplot(5, 5, i + 1)
        ax.matshow(image)
        ax.set_xlabel("%d / %d" % (answer, truth))
        ax.tick_params(length=0, labelleft=False, labelbottom=False, labeltop=False)
    return figure
