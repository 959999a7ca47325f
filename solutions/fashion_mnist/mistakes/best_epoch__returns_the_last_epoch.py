"""You returned how many epochs there are, so the last one always wins. After the best epoch, the validation
loss often rises again. Which number in the list is the lowest?"""


def best_epoch(history):
    return len(history["val_loss"])
