"""If all epochs are run, your model keeps the weights of the last one, and the best epoch may lie before it. When do the best
weights come back, and does that also happen in such a training?"""

import keras


class Stop(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.waited, self.best = patience, 0, float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.waited, self.weights = logs["val_loss"], 0, self.model.get_weights()
        else:
            self.waited += 1
            if self.waited == self.patience:
                self.model.stop_training = True
                self.model.set_weights(self.weights)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[Stop(patience)])
