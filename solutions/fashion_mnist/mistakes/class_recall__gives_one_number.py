"""You returned one number for all classes together. That is the accuracy. Each class has its own recall: what is
added up, and over which axis?"""

import numpy as np


def class_recall(matrix):
    return matrix.diagonal().sum() / matrix.sum()
