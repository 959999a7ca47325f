"""np.choose."""

import numpy as np


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return np.choose(labels, class_names)
