"""You change the arrays that you were given, and the rest of the page goes on with them. If you want another order, work with
positions or with a copy; fit also shuffles by itself."""

import keras
import numpy as np


def train(model, training, validation, epochs, patience):
    for part in training:
        np.random.default_rng(0).shuffle(part)
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
