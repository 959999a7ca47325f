"""A list of NumPy's texts."""

import numpy as np


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = np.asarray(class_names)
    return [names[label] for label in labels]
