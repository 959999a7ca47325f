"""A callback class of the page's own."""

import keras


class KeepBest(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience = patience
        self.best = float("inf")
        self.waited = 0
        self.weights = None

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.waited, self.weights = logs["val_loss"], 0, self.model.get_weights()
        else:
            self.waited += 1
            if self.waited >= self.patience:
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.weights)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[KeepBest(patience)], verbose=0)
