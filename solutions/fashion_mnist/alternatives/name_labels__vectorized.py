"""np.vectorize."""

import numpy as np


def name_labels(labels, class_names):
    return np.vectorize(lambda label: class_names[label])(labels)
