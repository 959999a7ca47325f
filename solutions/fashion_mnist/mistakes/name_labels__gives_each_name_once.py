"""You gave each name once. Two images of the same class need their name twice: one name for each label."""

import numpy as np


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [class_names[label] for label in np.unique(labels)]
