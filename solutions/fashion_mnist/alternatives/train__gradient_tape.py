"""A GradientTape with the model's own optimizer, and losses and accuracies by hand."""

import keras
import numpy as np
import tensorflow as tf


class Record:
    def __init__(self):
        self.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}


def measure(model, images, labels):
    chances = model(images, training=False)
    loss = keras.losses.sparse_categorical_crossentropy(labels, chances)
    return float(np.mean(loss)), float(np.mean(np.argmax(chances, axis=1) == labels))


def train(model, training, validation, epochs, patience):
    images, labels = training
    record, kept = Record(), None
    for epoch in range(epochs):
        order = np.random.permutation(len(images))
        for start in range(0, len(images), 32):
            part = order[start : start + 32]
            with tf.GradientTape() as tape:
                chances = model(images[part], training=True)
                loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(labels[part], chances))
            gradients = tape.gradient(loss, model.trainable_variables)
            model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        for prefix, part in (("", training), ("val_", validation)):
            loss, accuracy = measure(model, *part)
            record.history[prefix + "loss"].append(loss)
            record.history[prefix + "accuracy"].append(accuracy)
        best = int(np.argmin(record.history["val_loss"]))
        if best == epoch:
            kept = model.get_weights()
        elif epoch - best >= patience:
            break
    model.set_weights(kept)
    return record
