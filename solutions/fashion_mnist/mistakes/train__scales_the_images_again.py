"""You divide the training images by 255, and they were scaled already. For the model they are almost black then, so it learns much
more slowly."""

import keras


def train(model, training, validation, epochs, patience):
    (images, labels), (validation_images, validation_labels) = training, validation
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(
        images / 255,
        labels,
        epochs=epochs,
        validation_data=(validation_images / 255, validation_labels),
        callbacks=[stop],
    )
