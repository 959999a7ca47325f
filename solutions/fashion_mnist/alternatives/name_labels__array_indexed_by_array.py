"""An array of the names, indexed by the labels at once."""

import numpy as np


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return np.array(class_names)[labels]
