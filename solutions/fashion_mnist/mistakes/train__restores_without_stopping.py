"""Your training runs all its epochs, although the validation loss has not become lower for longer than the patience allows. The best
weights, wherever they are kept, do not end a training. What does?"""

import tempfile

import keras


def train(model, training, validation, epochs, patience):
    path = tempfile.mkdtemp() + "/best.weights.h5"
    save = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True, save_weights_only=True)
    history = model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[save])
    model.load_weights(path)
    return history
