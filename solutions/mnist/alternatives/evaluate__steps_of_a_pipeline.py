"""A pipeline with large batches, prefetched."""

import tensorflow as tf


def evaluate(model, images, labels):
    pairs = tf.data.Dataset.from_tensor_slices((images, labels)).batch(1000).prefetch(1)
    loss, accuracy = model.evaluate(pairs, verbose=0)
    return loss, accuracy
