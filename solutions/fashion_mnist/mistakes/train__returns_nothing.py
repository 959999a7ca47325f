"""Your function trains the model and returns None. fit gives back the record of the training; without return, it is
lost for the code that calls your function."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
