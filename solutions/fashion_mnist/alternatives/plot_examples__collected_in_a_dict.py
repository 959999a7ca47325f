"""One pass over the data that collects places by class."""

import matplotlib.pyplot as plt


def collect(labels):
    found = {}
    for place, label in enumerate(labels):
        places = found.setdefault(int(label), [])
        if len(places) < 5:
            places.append(place)
    return found


def plot_examples(images, labels, class_names):
    found = collect(labels)
    rows = [(name, found[number]) for number, name in enumerate(class_names) if number in found]
    figure, axes = plt.subplots(len(rows), 5, figsize=(8, 1.8 * len(rows)), squeeze=False, layout="tight")
    for row, (name, places) in enumerate(rows):
        for column in range(5):
            ax = axes[row][column]
            if column >= len(places):
                ax.set_visible(False)
                continue
            ax.imshow(images[places[column]], cmap="Greys", interpolation="nearest")
            ax.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False)
            if column == 2 or (column == len(places) - 1 and column < 2):
                ax.set_title(name)
    return figure
