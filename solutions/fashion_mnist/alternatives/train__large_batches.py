"""Batches of 256, and other ones for the validation."""

import keras


def train(model, training, validation, epochs, patience):
    images, labels = training
    return model.fit(
        images,
        labels,
        batch_size=256,
        validation_data=validation,
        validation_batch_size=1000,
        epochs=epochs,
        callbacks=[keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)],
        verbose=0,
    )
