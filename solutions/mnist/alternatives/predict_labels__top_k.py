"""TensorFlow's top_k with k = 1."""

import tensorflow as tf


def predict_labels(model, images):
    return tf.math.top_k(model.predict(images), k=1).indices[:, 0].numpy()
