"""You sorted the list in the history, and now its numbers no longer belong to their epochs. The position of
the lowest number in a sorted list is always the same. Search in the list as it is."""


def best_epoch(history):
    losses = history["val_loss"]
    lowest = sorted(loss for loss in losses if loss == loss)[0]
    losses.sort()
    return losses.index(lowest) + 1
