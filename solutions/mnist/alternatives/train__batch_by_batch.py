"""train_on_batch in two loops, and a History that is updated after each epoch."""

import keras
import numpy as np


def train(model, images, labels, epochs):
    history = keras.callbacks.History()
    history.set_model(model)
    history.on_train_begin()
    for epoch in range(epochs):
        model.reset_metrics()
        order = np.random.permutation(len(images))
        for start in range(0, len(images), 64):
            rows = order[start : start + 64]
            loss, accuracy = model.train_on_batch(images[rows], labels[rows])
        history.on_epoch_end(epoch, {"loss": float(loss), "accuracy": float(accuracy)})
    return history
