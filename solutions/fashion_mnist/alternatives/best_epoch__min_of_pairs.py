"""The smallest pair of a loss and an epoch."""


def best_epoch(history):
    return min((loss, epoch) for epoch, loss in enumerate(history["val_loss"], 1) if loss == loss)[1]
