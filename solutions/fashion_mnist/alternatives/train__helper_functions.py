"""Helper functions for the callback and for the training."""

import keras


def stopper(patience):
    return keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)


def fit_with(model, training, validation, epochs, callbacks):
    images, labels = training
    return model.fit(images, labels, epochs=epochs, validation_data=validation, callbacks=callbacks, verbose=0)


def train(model, training, validation, epochs, patience):
    history = fit_with(model, training, validation, epochs, [stopper(patience)])
    print(f"stopped after {len(history.epoch)} epochs, best val_loss {min(history.history['val_loss']):.4f}")
    return history
