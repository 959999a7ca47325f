"""Your search begins with the number 1, so no loss above 1 is ever found. A loss has no upper limit: with which
number can the search begin?"""


def best_epoch(history):
    best, lowest = 0, 1.0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            best, lowest = epoch, loss
    return best
