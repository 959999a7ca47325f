"""Your training exchanges two of its numbers: it runs as many epochs as it should wait. Which parameter belongs to fit, and which
to the callback?"""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=epochs, restore_best_weights=True)
    return model.fit(*training, epochs=patience, validation_data=validation, callbacks=[stop])
