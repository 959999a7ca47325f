"""A column squeezed, and a list."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = (np.squeeze(probabilities) >= threshold).astype(int)
    right = int((called * target).sum())
    return [right / called.sum() if called.sum() > 0 else 0.0, right / target.sum() if target.sum() > 0 else 0.0]
