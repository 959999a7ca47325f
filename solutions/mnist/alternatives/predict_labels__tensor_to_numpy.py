"""TensorFlow's argmax, turned into 32-bit NumPy numbers."""

import tensorflow as tf


def predict_labels(model, images):
    return tf.argmax(model(images), axis=-1, output_type=tf.int32).numpy()
