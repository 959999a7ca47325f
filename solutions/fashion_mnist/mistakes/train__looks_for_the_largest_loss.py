"""Your training takes the largest validation loss for the best one. A loss says how wrong the model is, so the best epoch is the
one where it is lowest."""
# Also true: restores_only_when_it_stops_early

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", mode="max", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
