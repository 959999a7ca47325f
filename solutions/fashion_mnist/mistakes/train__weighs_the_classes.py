"""You let the images of some classes count more than others. The exercise does not ask for that: every training image
counts equally, in the loss and in what the model learns."""

import keras
import numpy as np


def train(model, training, validation, epochs, patience):
    images, labels = training
    classes, counts = np.unique(labels, return_counts=True)
    weights = {int(label): len(labels) / (len(classes) * count) for label, count in zip(classes, counts)}
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(
        images, labels, epochs=epochs, validation_data=validation, callbacks=[stop], class_weight=weights
    )
