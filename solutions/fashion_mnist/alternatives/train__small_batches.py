"""Batches of 16 without shuffling, and a progress bar."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, batch_size=16, shuffle=False, epochs=epochs, validation_data=validation, callbacks=[stop])
