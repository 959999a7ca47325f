"""You return the dict of lists, not the History that it belongs to. The page writes history.history to get the dict."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop]).history
