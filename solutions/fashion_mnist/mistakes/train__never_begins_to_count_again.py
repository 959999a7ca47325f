"""Your training counts all epochs without progress together, even those before a better one. When the validation loss
becomes lower, the waiting must begin again."""

import keras


class Stop(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.best, self.left = float("inf"), patience

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.weights = logs["val_loss"], self.model.get_weights()
        else:
            self.left -= 1
            self.model.stop_training = self.left == 0

    def on_train_end(self, logs=None):
        self.model.set_weights(self.weights)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[Stop(patience)])
