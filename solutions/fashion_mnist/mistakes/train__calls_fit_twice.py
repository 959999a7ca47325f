"""Your function trains the model for more epochs than its History says. Every call of fit goes on with the weights that
the model already has. How often is fit called?"""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
