"""Your function returns the record of one epoch, although it trains for more. Each call of fit begins a new History: the
earlier ones must be kept, too."""

import keras


def train(model, training, validation, epochs, patience):
    best, waited = float("inf"), 0
    for _ in range(epochs):
        history = model.fit(*training, validation_data=validation, verbose=0)
        loss = history.history["val_loss"][0]
        if loss < best:
            best, waited, weights = loss, 0, model.get_weights()
        else:
            waited += 1
            if waited == patience:
                break
    model.set_weights(weights)
    return history
