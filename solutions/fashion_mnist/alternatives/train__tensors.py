"""Tensors instead of arrays."""

import keras
import tensorflow as tf


def train(model, training, validation, epochs, patience):
    (x, y), (val_x, val_y) = [tuple(tf.convert_to_tensor(part) for part in pair) for pair in (training, validation)]
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(x, y, validation_data=(val_x, val_y), epochs=epochs, callbacks=[stop], verbose=0)
