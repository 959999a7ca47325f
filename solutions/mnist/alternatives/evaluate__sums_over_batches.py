"""Sums over batches, divided by the number of images at the end."""

import numpy as np


def evaluate(model, images, labels):
    loss, right = 0.0, 0
    for start in range(0, len(images), 500):
        rows = model.predict_on_batch(images[start : start + 500])
        truth = labels[start : start + 500]
        loss -= np.log(rows[np.arange(len(truth)), truth]).sum()
        right += np.count_nonzero(rows.argmax(axis=1) == truth)
    return loss / len(images), right / len(images)
