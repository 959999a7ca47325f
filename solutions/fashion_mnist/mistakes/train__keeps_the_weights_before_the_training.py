"""Your model ends with the weights that it had before the training: nothing is left of what it has learned. When do you take the
weights that you put back?"""

import keras


def train(model, training, validation, epochs, patience):
    weights = model.get_weights()
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
    history = model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
    model.set_weights(weights)
    return history
