"""A LambdaCallback that keeps all the weights, and looks back at the losses."""

import keras
import numpy as np


def train(model, training, validation, epochs, patience):
    losses, weights = [], []

    def after(epoch, logs):
        losses.append(logs["val_loss"])
        weights.append(model.get_weights())
        if len(losses) - 1 - int(np.argmin(losses)) >= patience:
            model.stop_training = True

    watch = keras.callbacks.LambdaCallback(on_epoch_end=after)
    history = model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[watch], verbose=0)
    model.set_weights(weights[np.argmin(losses)])
    return history
