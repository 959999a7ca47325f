"""tf.data pipelines for both parts."""

import keras
import tensorflow as tf


def train(model, training, validation, epochs, patience):
    lessons = tf.data.Dataset.from_tensor_slices(training).shuffle(len(training[1])).batch(32).prefetch(tf.data.AUTOTUNE)
    exam = tf.data.Dataset.from_tensor_slices(validation).batch(100)
    stop = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(lessons, validation_data=exam, epochs=epochs, callbacks=[stop], verbose=2)
