"""You return the model. The code that calls your function already has the model. What it still needs is the record of
the training, which fit gives back."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
    return model
