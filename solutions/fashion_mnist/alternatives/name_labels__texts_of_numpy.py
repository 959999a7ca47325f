"""A list of NumPy's texts."""

import numpy as np


def name_labels(labels, class_names):
    names = np.asarray(class_names)
    return [names[label] for label in labels]
