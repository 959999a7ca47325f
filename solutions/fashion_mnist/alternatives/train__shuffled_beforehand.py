"""Images and labels shuffled together before the training, and a seed."""

import keras
import numpy as np


def train(model, training, validation, epochs, patience):
    keras.utils.set_random_seed(0)
    images, labels = training
    order = np.random.default_rng(0).permutation(len(images))
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(
        images[order], labels[order], epochs=epochs, validation_data=validation, callbacks=[stop, keras.callbacks.TerminateOnNaN()]
    )
