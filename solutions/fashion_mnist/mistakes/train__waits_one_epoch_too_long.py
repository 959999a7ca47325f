"""Your training waits one epoch longer than its patience. Count by hand with a patience of 1: after the first epoch that is not
better, how often have you waited, and what does your comparison say?"""

import keras


def train(model, training, validation, epochs, patience):
    history = keras.callbacks.History()
    history.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best, waited = float("inf"), 0
    for _ in range(epochs):
        once = model.fit(*training, validation_data=validation, verbose=0).history
        for name, numbers in history.history.items():
            numbers += once[name]
        if once["val_loss"][0] < best:
            best, waited, weights = once["val_loss"][0], 0, model.get_weights()
        else:
            waited += 1
        if waited > patience:
            break
    model.set_weights(weights)
    return history
