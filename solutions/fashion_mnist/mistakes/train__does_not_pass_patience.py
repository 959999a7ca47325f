"""Your training stops at the first epoch whose validation loss is not lower, whatever patience it is given. One bad epoch may be
chance. Where does the patience go?"""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
