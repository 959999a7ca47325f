"""Your model gets the weights of the first epoch back. They were the best for one epoch only: each time the validation loss becomes
lower, there are new best weights to keep."""

import keras


class Stop(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.waited, self.best, self.weights = patience, 0, float("inf"), None

    def on_epoch_end(self, epoch, logs=None):
        if self.weights is None:
            self.weights = self.model.get_weights()
        if logs["val_loss"] < self.best:
            self.best, self.waited = logs["val_loss"], 0
        else:
            self.waited += 1
            self.model.stop_training = self.waited == self.patience

    def on_train_end(self, logs=None):
        self.model.set_weights(self.weights)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[Stop(patience)])
