"""Your training stops one epoch before its patience is over. Count by hand with a patience of 2: how many epochs without a
lower validation loss may there be?"""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience - 1, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
