"""At the end, your model has other settings than before. It was compiled already, perhaps with a special learning rate,
and a fair comparison of two models depends on these settings. Train it as it is."""

import keras


def train(model, training, validation, epochs, patience):
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
