"""Your training allows the same number of epochs in every call. The largest number of epochs is a parameter: does your program
use it?"""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=10, validation_data=validation, callbacks=[stop])
