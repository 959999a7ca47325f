"""Your training does not look at the validation loss in its first epochs. The best epoch may be among them: then it is missed, and
the training runs too long."""

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(
        monitor="val_loss", patience=patience, restore_best_weights=True, start_from_epoch=6
    )
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
