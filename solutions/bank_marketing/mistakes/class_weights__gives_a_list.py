"""The two numbers are right, but they come without their classes. fit wants a mapping from the class to
its weight: which key belongs to which number?"""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    return [len(target) / (2 * (len(target) - ones)), len(target) / (2 * ones)]
