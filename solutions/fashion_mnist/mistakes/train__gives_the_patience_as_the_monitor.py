"""The first argument of EarlyStopping says what it watches, as a text. You gave it the patience, which is a number. Write the name
of each parameter before its value."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
