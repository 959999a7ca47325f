# Named: nobody.
def best_epoch(history):
    best = 1
    for place, loss in enumerate(history["val_loss"]):
        if loss < 1:
            best = place + 1
    return best
