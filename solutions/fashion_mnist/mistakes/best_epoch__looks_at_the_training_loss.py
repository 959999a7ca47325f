"""You looked at the training loss. It goes on falling when the network learns the training images by heart, so it
cannot say which epoch was best. Which list comes from the validation images?"""

import numpy as np


def best_epoch(history):
    return int(np.nanargmin(history["loss"])) + 1
