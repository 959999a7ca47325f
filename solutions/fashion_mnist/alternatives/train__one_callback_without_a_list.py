"""The callback alone, not in a list, with mode and start written out."""

import keras


def train(model, training, validation, epochs, patience):
    watcher = keras.callbacks.EarlyStopping(
        monitor="val_loss", min_delta=0, patience=patience, verbose=1, mode="min", restore_best_weights=True, start_from_epoch=0
    )
    x, y = training
    return model.fit(x=x, y=y, epochs=epochs, validation_data=(validation[0], validation[1]), callbacks=watcher)
