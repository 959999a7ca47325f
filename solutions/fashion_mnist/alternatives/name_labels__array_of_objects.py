"""An array of objects, as pandas likes them."""

import numpy as np


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return np.array(class_names, dtype=object)[labels]
