# Named: nobody.
import matplotlib.pyplot as plt


def count_labels(labels):
    plt.hist(labels)
    return plt.gcf()
