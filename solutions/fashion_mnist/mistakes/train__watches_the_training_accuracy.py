"""Your training stops while the validation loss still falls, and it takes its first epoch for the best one. Which number does it
watch, and what counts as progress?"""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="accuracy", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
