"""You counted how often each true class occurs, one number for each. The predictions do not take part. The
exercise asks for a table: which prediction did the images of each class get?"""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels, minlength=classes)
