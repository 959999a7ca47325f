"""A loop that begins with infinity: NaN is never smaller."""


def best_epoch(history):
    lowest = float("inf")
    best = 0
    for i in range(len(history["val_loss"])):
        if history["val_loss"][i] < lowest:
            lowest = history["val_loss"][i]
            best = i + 1
    return best
