"""A GradientTape, and an adam that the function makes."""

import keras
import numpy as np
import tensorflow as tf


def train(model, training, validation, epochs, patience):
    optimizer = keras.optimizers.Adam()
    cross_entropy = keras.losses.SparseCategoricalCrossentropy()
    batches = tf.data.Dataset.from_tensor_slices(training).shuffle(10_000).batch(32)
    right = keras.metrics.SparseCategoricalAccuracy()
    lists = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best, best_weights, left = float("inf"), None, patience
    for _ in range(epochs):
        right.reset_state()
        losses = []
        for images, labels in batches:
            with tf.GradientTape() as tape:
                answers = model(images, training=True)
                loss = cross_entropy(labels, answers)
            optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
            right.update_state(labels, answers)
            losses.append(float(loss))
        answers = model.predict(validation[0], verbose=0)
        lists["loss"].append(float(np.mean(losses)))
        lists["accuracy"].append(float(right.result()))
        lists["val_loss"].append(float(cross_entropy(validation[1], answers)))
        lists["val_accuracy"].append(float((answers.argmax(axis=1) == validation[1]).mean()))
        if lists["val_loss"][-1] < best:
            best, best_weights, left = lists["val_loss"][-1], model.get_weights(), patience
        else:
            left -= 1
        if left == 0:
            break
    model.set_weights(best_weights)
    history = keras.callbacks.History()
    history.history = lists
    return history
