"""fit does not know one of the names that you give it, so it raises an exception before it trains. Compare each name with the
parameters of fit, letter by letter."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callback=[stop])
