"""You gave the share of right answers, one single number. It says how often the network is right, but not which
classes it mixes up. The exercise asks for a table of counts."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.mean(labels == predictions)
