"""ModelCheckpoint in the folder in which the page runs."""

import keras


def train(model, training, validation, epochs, patience):
    images, labels = training
    history = model.fit(
        images,
        labels,
        epochs=epochs,
        validation_data=validation,
        callbacks=[
            keras.callbacks.ModelCheckpoint("best.weights.h5", save_best_only=True, save_weights_only=True),
            keras.callbacks.EarlyStopping("val_loss", patience=patience),
        ],
    )
    model.load_weights("best.weights.h5")
    return history
