"""A tf.data pipeline that shuffles and batches."""

import tensorflow as tf


def train(model, images, labels, epochs):
    dataset = tf.data.Dataset.from_tensor_slices((images, labels))
    dataset = dataset.shuffle(len(images)).batch(32)
    return model.fit(dataset, epochs=epochs)
