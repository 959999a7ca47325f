"""Your model gets the weights of the epoch before the best one. The validation loss of an epoch belongs to the weights at its end.
When do you keep them, and how do you count?"""

import keras


def train(model, training, validation, epochs, patience):
    history = keras.callbacks.History()
    history.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best, waited = float("inf"), 0
    for _ in range(epochs):
        weights = model.get_weights()
        once = model.fit(*training, validation_data=validation, verbose=0).history
        for name, numbers in history.history.items():
            numbers += once[name]
        if once["val_loss"][0] < best:
            best, waited, best_weights = once["val_loss"][0], 0, weights
        else:
            waited += 1
            if waited == patience:
                break
    model.set_weights(best_weights)
    return history
