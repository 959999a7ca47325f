"""An array that is filled class by class."""

import numpy as np


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = np.empty(len(labels), dtype=f"U{max(map(len, class_names))}")
    for number, name in enumerate(class_names):
        names[labels == number] = name
    return names
