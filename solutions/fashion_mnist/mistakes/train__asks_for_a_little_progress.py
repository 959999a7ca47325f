"""Your training stops after epochs in which the validation loss did fall, but only by a little. Each epoch with a lower loss than
all before is a better one, whatever the difference."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", min_delta=0.01, patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
