"""np.vectorize."""

import numpy as np


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return np.vectorize(lambda label: class_names[label])(labels)
