"""Your training stops by the validation accuracy, not by the validation loss. The accuracy moves in jumps: for many epochs it
stays the same while the loss still falls. Which number should your training watch?"""
# Also true: asks_for_a_little_progress

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
