"""Each weight is twice as large as it should be: the weights of all rows add up to two times the number of
rows. How much of the total is left for each class, if there are two?"""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    return {0: len(target) / (len(target) - ones), 1: len(target) / ones}
