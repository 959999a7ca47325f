"""Your epochs are shorter than one pass over the training images: they use only a part of the batches. In one epoch,
the model should see each image once."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, steps_per_epoch=1, validation_data=validation, callbacks=[stop])
