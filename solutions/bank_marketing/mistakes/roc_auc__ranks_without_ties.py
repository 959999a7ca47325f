"""You gave equal probabilities different ranks, so the result depends on the order of the rows. Customers
with the same probability must share a rank, or count as a tie."""

import numpy as np


def roc_auc(target, probabilities):
    order = np.argsort(np.ravel(probabilities), kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    yes = np.asarray(target) == 1
    return (ranks[yes].sum() - yes.sum() * (yes.sum() + 1) / 2) / (yes.sum() * (~yes).sum())
