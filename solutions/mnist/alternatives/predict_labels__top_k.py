"""TensorFlow's list of the most probable, of length one."""

import tensorflow as tf


def predict_labels(model, images):
    return tf.math.top_k(model.predict(images), k=1).indices[:, 0].numpy()
