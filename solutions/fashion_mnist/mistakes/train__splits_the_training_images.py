"""You hold back a part of the training images and judge the model on them. The validation images that you were given are not
used, and the model learns from fewer images."""
# Also true: trains_on_the_first_images, validates_with_the_training_images

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_split=0.2, callbacks=[stop])
