"""A callback that prints one line per epoch."""

import keras


def train(model, images, labels, epochs):
    def say(epoch, logs):
        print(f"epoch {epoch + 1}: loss {logs['loss']:.3f}")

    callback = keras.callbacks.LambdaCallback(on_epoch_end=say)
    return model.fit(images, labels, epochs=epochs, callbacks=[callback], verbose=0)
