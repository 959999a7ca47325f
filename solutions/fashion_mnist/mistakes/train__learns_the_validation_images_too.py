"""Your model learns from the validation images. They are there to say how good it is on images that it has not seen, and after
that they cannot tell you when to stop."""

import keras
import numpy as np


def train(model, training, validation, epochs, patience):
    images = np.concatenate([training[0], validation[0]])
    labels = np.concatenate([training[1], validation[1]])
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(images, labels, epochs=epochs, validation_data=validation, callbacks=[stop])
