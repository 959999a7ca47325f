"""ModelCheckpoint in a temporary folder, loaded at the end."""

import os
import tempfile

import keras


def train(model, training, validation, epochs, patience):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "best.weights.h5")
        callbacks = [
            keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience),
            keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True, save_weights_only=True),
        ]
        history = model.fit(*training, validation_data=validation, epochs=epochs, callbacks=callbacks, verbose=0)
        model.load_weights(path)
    return history
