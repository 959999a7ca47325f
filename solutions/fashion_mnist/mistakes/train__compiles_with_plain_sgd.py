"""You compile the model again, with SGD as its optimizer. The model came with another optimizer, and that choice is
lost now. Train the model as it is."""

import keras


def train(model, training, validation, epochs, patience):
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop])
