"""Your training compares each validation loss with that of the epoch before. A loss can fall again and still be higher
than it once was. Such an epoch is not better. With which loss must you compare?"""

import keras


class Stop(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.waited = patience, 0
        self.before = self.best = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        loss = logs["val_loss"]
        if loss < self.best:
            self.best, self.weights = loss, self.model.get_weights()
        self.waited = 0 if loss < self.before else self.waited + 1
        self.before = loss
        self.model.stop_training = self.waited == self.patience

    def on_train_end(self, logs=None):
        self.model.set_weights(self.weights)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[Stop(patience)])
