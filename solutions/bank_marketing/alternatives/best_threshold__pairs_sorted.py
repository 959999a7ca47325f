"""Pairs of profit and threshold."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    rows = list(zip(np.ravel(probabilities).tolist(), np.asarray(target).tolist()))
    candidates = [(0, max(p for p, _ in rows) + 0.5)]
    for threshold, _ in rows:
        candidates.append((sum(gain * answer - cost for p, answer in rows if p >= threshold), threshold))
    return max(candidates)[1]
