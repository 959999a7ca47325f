"""An array of the names, indexed by the labels at once."""

import numpy as np


def name_labels(labels, class_names):
    return np.array(class_names)[labels]
